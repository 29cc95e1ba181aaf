import { findCommand } from './commands.ts';
import type { Reader } from './reader.ts';

const foreignOperators: Readonly<Record<string, string>> = {
  contains: 'Write field like "text", or strcontains(field, "text").',
  is: 'Write ispresent(field), or not ispresent(field).',
  exists: 'Write ispresent(field).',
  between: 'Write field >= low and field <= high.',
  matches: 'Write field like /expression/.',
  rlike: 'Write field like /expression/.',
  startswith: 'Write startsWith(field, "text").',
  endswith: 'Write endsWith(field, "text").',
  has: 'Write field like "text".',
};

/** Checks that a stage ends where its command has nothing more to read; `missing-pipe` is repaired. */
export function expectStageEnd(reader: Reader): void {
  if (reader.atStageEnd && !reader.at(')')) return;
  const { token, previous } = reader;
  const { keyword } = token;
  const command = keyword === undefined ? undefined : findCommand(keyword);
  if (command && reader.peek(1).kind !== 'end' && !reader.at('(', 1)) {
    reader.report({
      code: 'missing-pipe',
      message: `"${token.text}" begins a stage, but no pipe stands before it.`,
      span: token,
      help: 'Write | before it.',
      fix: { description: 'Add the pipe.', edits: [{ span: { start: token.start, end: token.start }, text: '| ' }] },
    });
    return;
  }
  const help =
    keyword !== undefined && Object.hasOwn(foreignOperators, keyword) ? foreignOperators[keyword] : undefined;
  reader.fail({
    message: `Unexpected ${reader.found()} after "${shorten(previous!.text)}".`,
    help: help ?? 'A stage ends at a pipe; operators, commas or quotes may be missing before this.',
  });
}

function shorten(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
