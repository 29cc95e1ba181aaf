import type { Expression, Query } from './ast.ts';
import type { Command } from './command-nodes.ts';
import { definitionOf } from './commands.ts';
import { hardLine, layOut, line, type Doc } from './layout.ts';
import { ExpressionPrinter, printComments, printTrailingComments } from './print-expression.ts';

/** Columns that a line should not exceed. */
const lineWidth = 100;

/** The canonical text of a query: a stage a line, without a line end at its end. */
export function print(query: Query): string {
  return layOut(queryDoc(query, hardLine), lineWidth);
}

/** The text of a stage, without its pipe and comments. */
export function printCommand(command: Command): string {
  return layOut(commandDoc(command), lineWidth);
}

/** The text of an expression, on one line. */
export function printExpression(expression: Expression): string {
  return layOut(printer.expression(expression), Number.POSITIVE_INFINITY);
}

/** A subquery may stand on one line. */
const printer = new ExpressionPrinter((query) => queryDoc(query, line));

function queryDoc({ commands, trailingComments }: Query, separator: Doc): Doc {
  const stages = commands.map((command, index): Doc => [leader(command, index, separator), commandDoc(command)]);
  if (!trailingComments) return stages;
  return [stages, printTrailingComments(trailingComments, { atStart: commands.length === 0 })];
}

/** What stands before a stage: the line end, its comments, its pipe. */
function leader({ comments }: Command, index: number, separator: Doc): Doc {
  if (index > 0) return [comments ? printComments(comments) : separator, '| '];
  return comments ? printComments(comments, { atStart: true }) : '';
}

function commandDoc(command: Command): Doc {
  if (command.kind === 'UnknownCommand') return command.text;
  return definitionOf(command.kind)!.print(command, printer);
}
