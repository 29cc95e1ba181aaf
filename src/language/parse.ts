import type { Diagnostic } from '../text/diagnostic.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import type { Source } from '../text/source.ts';
import type { Query, Subquery } from './ast.ts';
import type { Command, UnknownCommand } from './command-nodes.ts';
import { commandNames, findCommand } from './commands.ts';
import { foreignCommands } from './foreign-commands.ts';
import { tokenize } from './lexer.ts';
import { nameOf } from './names.ts';
import { Reader, UnreadableStage } from './reader.ts';
import { expectStageEnd } from './stage-end.ts';

/** A tree, whatever the text is, and what is wrong with it. */
export interface Parsed {
  readonly query: Query;
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads a query. Never throws: it reports, goes on at the next pipe, and keeps what it could not read as text. */
export function parse(source: string | Source): Parsed {
  const text = typeof source === 'string' ? source : source.text;
  const { tokens, diagnostics: lexical } = tokenize(text);
  const diagnostics: Diagnostic[] = [...lexical];
  const reader = new Reader(text, tokens, diagnostics, parseSubquery);
  const query = parseQuery(reader, false);
  diagnostics.sort((left, right) => left.span.start - right.span.start || left.span.end - right.span.end);
  return { query, diagnostics };
}

/** query = ["|"] stage { "|" stage } */
function parseQuery(reader: Reader, inParentheses: boolean): Query {
  const start = reader.token;
  const commands: Command[] = [];
  reader.accept('|');
  if (endsQuery(reader, inParentheses)) {
    reader.report({
      code: 'empty-query',
      message: 'The query has no command.',
      span: reader.spanHere(),
      help: 'Begin with a command such as fields, filter or stats.',
    });
  }
  while (!endsQuery(reader, inParentheses)) {
    if (reader.at('|')) reportEmptyStage(reader);
    else commands.push(parseStage(reader, inParentheses));
    if (reader.at('|')) acceptPipe(reader, inParentheses);
  }
  const { comments } = reader.takeComments();
  return { kind: 'Query', commands, ...(comments && { trailingComments: comments }), span: reader.spanFrom(start) };
}

function endsQuery(reader: Reader, inParentheses: boolean): boolean {
  return reader.token.kind === 'end' || (inParentheses && reader.at(')'));
}

function acceptPipe(reader: Reader, inParentheses: boolean): void {
  const { start, end } = reader.next();
  if (!endsQuery(reader, inParentheses)) return;
  reader.report({
    code: 'trailing-pipe',
    message: 'No stage follows the last pipe.',
    span: { start, end },
    help: 'Remove the pipe, or write a stage after it.',
    fix: { description: 'Remove the pipe.', edits: [{ span: { start, end }, text: '' }] },
  });
}

function reportEmptyStage(reader: Reader): void {
  const { start, end } = reader.token;
  reader.report({
    code: 'empty-stage',
    message: 'Between two pipes stands no command.',
    span: { start, end },
    help: 'Remove one of the pipes.',
    fix: { description: 'Remove the pipe.', edits: [{ span: { start, end }, text: '' }] },
  });
}

/** stage = command; one that cannot be read is kept as it was written */
function parseStage(reader: Reader, inParentheses: boolean): Command {
  const comments = reader.takeComments();
  const start = reader.token;
  const from = reader.position;
  try {
    const command = parseCommand(reader);
    if (!(inParentheses && reader.at(')'))) expectStageEnd(reader);
    return { ...command, ...comments, span: reader.spanFrom(start) } as Command;
  } catch (error) {
    /* v8 ignore next -- any other error is a bug of ours: it keeps its stack */
    if (!(error instanceof UnreadableStage)) throw error;
    skipStage(reader, from, inParentheses);
    const span = reader.spanFrom(start);
    const name = start.kind === 'word' ? { name: nameOf(start) } : {};
    reader.dropComments();
    return {
      kind: 'UnknownCommand',
      ...name,
      text: reader.text.slice(span.start, span.end),
      ...comments,
      span,
    } satisfies UnknownCommand;
  }
}

function parseCommand(reader: Reader): Omit<Command, 'span'> {
  const keyword = reader.at('$') ? '$' : reader.token.keyword;
  const definition = keyword === undefined ? undefined : findCommand(keyword);
  if (definition) {
    reader.next();
    return definition.parse(reader, keyword!);
  }
  if (reader.token.kind === 'word') return failUnknown(reader);
  return reader.fail({ message: `Expected a command, found ${reader.found()}.`, help: commandHelp });
}

const commandHelp = 'A stage begins with a command such as fields, filter or stats.';

function failUnknown(reader: Reader): never {
  const { text, keyword } = reader.token;
  const foreign =
    keyword !== undefined && Object.hasOwn(foreignCommands, keyword) ? foreignCommands[keyword] : undefined;
  const suggestion = foreign === undefined ? didYouMean(text, commandNames) : '';
  return reader.fail({
    code: 'unknown-command',
    message: `Unknown command "${text}".${suggestion}`,
    help: foreign ?? commandHelp,
  });
}

/** Goes on to the next pipe, or the end of the parentheses that the query stands in. */
function skipStage(reader: Reader, from: number, inParentheses: boolean): void {
  let depth = reader.depthFrom(from);
  while (reader.token.kind !== 'end' && !reader.at('|')) {
    if (reader.at('(')) {
      if (reader.startsSubquery()) {
        skipSubquery(reader);
        continue;
      }
      depth++;
    } else if (reader.at(')')) {
      if (inParentheses && depth <= 0) return;
      depth--;
    }
    reader.next();
  }
}

/** Parentheses with stages in them belong to the stage: their pipes do not end it. */
function skipSubquery(reader: Reader): void {
  let depth = 0;
  while (reader.token.kind !== 'end') {
    const token = reader.next();
    if (token.kind !== 'symbol') continue;
    if (token.text === '(') depth++;
    else if (token.text === ')' && --depth === 0) return;
  }
}

/** subquery = "(" query ")" */
function parseSubquery(reader: Reader): Subquery {
  const open = reader.next();
  const query = reader.nest(() => reader.keepingComments(false, () => parseQuery(reader, true)));
  if (!reader.accept(')')) {
    reader.fail({
      code: 'unclosed-bracket',
      message: `"(" is not closed before ${reader.found()}.`,
      span: { start: open.start, end: open.end },
      help: 'Add the closing ")" after the subquery.',
    });
  }
  return { kind: 'Subquery', query, span: reader.spanFrom(open) };
}
