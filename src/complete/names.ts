import type { Scope, ScopeField } from '../analysis/analysis.ts';
import type { FunctionDefinition } from '../functions/definition.ts';
import { signatureOf } from '../functions/signature.ts';
import { functions } from '../functions/table.ts';
import { commands } from '../language/commands.ts';
import { quoteName } from '../language/quote.ts';
import type { Candidate } from './completion.ts';

/** The words that can begin a stage; a source can only be the first. */
export function commandCandidates({ isFirst }: { readonly isFirst: boolean }): Candidate[] {
  const possible = commands.filter(({ kind }) => kind !== 'SavedQueryCommand' && (isFirst || kind !== 'SourceCommand'));
  return possible.map(({ keyword, syntax, summary }) => ({
    label: keyword,
    kind: 'command',
    insert: keyword,
    detail: syntax,
    documentation: summary,
  }));
}

/** The fields of a scope: what the query made first, then what events hold. */
export function fieldCandidates({ fields }: Scope): Candidate[] {
  const made = [...fields.values()].filter(({ origin }) => origin !== 'system');
  const system = [...fields.values()].filter(({ origin }) => origin === 'system');
  return [...made, ...system].map((field) => ({
    label: field.name,
    kind: 'field',
    insert: quoteName(field.name),
    detail: detailOf(field),
    ...(field.definition && { documentation: field.definition.meaning }),
  }));
}

function detailOf({ type, origin, definition }: ScopeField): string {
  const what = type === 'any' ? origin : `${type}, ${origin}`;
  return definition === undefined ? what : `${what}: ${definition.name}`;
}

/** The functions of some kinds. */
export function functionCandidates(kinds: readonly ('scalar' | 'aggregate')[]): Candidate[] {
  return functions
    .filter(({ kind }) => kinds.includes(kind))
    .map((definition) => ({
      label: definition.name,
      kind: 'function',
      insert: `${definition.name}(${definition.params.length === 0 ? ')' : ''}`,
      detail: `${signatureOf(definition)} → ${resultOf(definition)}`,
      documentation: definition.summary,
    }));
}

function resultOf({ returns }: FunctionDefinition): string {
  return returns === 'first' || returns === 'common' ? 'any' : returns;
}

/** Words of the language. */
export function keywordCandidates(words: readonly string[]): Candidate[] {
  return words.map((word) => ({ label: word, kind: 'keyword', insert: word }));
}
