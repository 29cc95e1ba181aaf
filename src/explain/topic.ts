/** What a topic is about, as a person would call it. */
export type TopicKind =
  | 'command'
  | 'function'
  | 'operator'
  | 'literal'
  | 'lint rule'
  | 'syntax error'
  | 'field'
  | 'log format'
  | 'template'
  | 'quota';

/** A line of a section: a sentence, something to type, or a term and its meaning. */
export type Entry =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'term'; readonly term: string; readonly text: string };

export interface Section {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Something that can be explained. */
export interface Topic {
  readonly kind: TopicKind;
  readonly name: string;
  /** Other names under which it is found. */
  readonly aliases: readonly string[];
  /** What stands beside the kind: `VPC flow logs`. */
  readonly place?: string;
  /** One sentence. */
  readonly summary: string;
  readonly sections: readonly Section[];
}

export function text(value: string): Entry {
  return { kind: 'text', text: value };
}

export function code(value: string): Entry {
  return { kind: 'code', text: value };
}

export function term(name: string, meaning: string): Entry {
  return { kind: 'term', term: name, text: meaning };
}

/** The sections that have something to say. */
export function sections(...all: readonly Section[]): readonly Section[] {
  return all.filter(({ entries }) => entries.length > 0);
}
