import type { Expression, Field, Query } from '../language/ast.ts';
import { field } from '../language/build.ts';
import { parse } from '../language/parse.ts';
import type { Diagnostic } from '../text/diagnostic.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { QueryError } from '../text/query-error.ts';
import { findColumn, type Columns } from './columns.ts';
import { replaceFields } from './replace-fields.ts';

const keyword = 'filter ';

/** Reads a condition as `--where` gives it; its fields become columns of the format, whichever way they are spelled. */
export function readCondition(text: string, columns: Columns): Expression {
  const { query, diagnostics } = parse(`${keyword}${text}`);
  refuse(
    text,
    diagnostics.filter(({ severity }) => severity === 'error'),
  );
  refuse(text, notACondition(query));
  const unknown: Diagnostic[] = [];
  const { condition } = query.commands[0] as { readonly condition: Expression };
  const replaced = replaceFields(condition, (node) => columnFor(node, columns, unknown));
  refuse(text, unknown);
  return replaced;
}

function notACondition({ commands }: Query): readonly Diagnostic[] {
  const [first, second] = commands;
  if (first?.kind === 'FilterCommand' && !second) return [];
  return [
    {
      code: 'not-a-condition',
      severity: 'error',
      message: '--where takes one condition, no further stages.',
      span: second?.span ?? { start: 0, end: 0 },
      help: 'Give each condition a --where of its own.',
    },
  ];
}

function columnFor({ name, span }: Field, columns: Columns, unknown: Diagnostic[]): Expression {
  const column = findColumn(columns, name);
  if (column) return field(column.name);
  if (!name.startsWith('@')) {
    const names = columns.map((candidate) => candidate.name);
    unknown.push({
      code: 'unknown-field',
      severity: 'error',
      message: `The log format has no field "${name}".${didYouMean(name, names)}`,
      span,
      help: `Its fields are ${names.join(', ')}. Values go in quotes.`,
    });
  }
  return field(name);
}

/** Findings point into the parsed text, which has a keyword in front. */
function refuse(text: string, diagnostics: readonly Diagnostic[]): void {
  if (diagnostics.length === 0) return;
  const shifted = diagnostics.map((diagnostic): Diagnostic => {
    const start = Math.max(0, diagnostic.span.start - keyword.length);
    const { code, severity, message, help } = diagnostic;
    return {
      code,
      severity,
      message,
      ...(help !== undefined && { help }),
      span: { start, end: Math.max(start, diagnostic.span.end - keyword.length) },
    };
  });
  throw new QueryError({ name: '--where', text }, shifted);
}
