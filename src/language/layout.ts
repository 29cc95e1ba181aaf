/** A text that can be laid out in several ways; made with the functions below, printed by `layOut`. */
export type Doc = string | readonly Doc[] | Line | Group | Align;

interface Line {
  readonly kind: 'line';
  /** Breaks in any case, and with it the groups around it. */
  readonly hard?: boolean;
}

interface Group {
  readonly kind: 'group';
  readonly doc: Doc;
  readonly breaks: boolean;
}

interface Align {
  readonly kind: 'align';
  readonly doc: Doc;
  /** Further columns to the right of where the part begins. */
  readonly offset: number;
}

/** A blank, or a new line where the group does not fit. */
export const line: Doc = { kind: 'line' };
/** A new line. */
export const hardLine: Doc = { kind: 'line', hard: true };

/** On one line if it fits, else with all its lines broken. */
export function group(doc: Doc): Doc {
  return { kind: 'group', doc, breaks: holdsHardLine(doc) };
}

/** Its lines begin where it begins, and some columns further. */
export function align(doc: Doc, offset = 0): Doc {
  return { kind: 'align', doc, offset };
}

/** Parts with something between them. */
export function join(parts: readonly Doc[], separator: Doc): Doc {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [separator, part]));
}

interface Task {
  readonly doc: Doc;
  readonly indent: number;
  readonly flat: boolean;
}

/** The text, with lines of at most so many columns where that is possible. Takes time linear in the document. */
export function layOut(doc: Doc, width = 100): string {
  const output: string[] = [];
  const tasks: Task[] = [{ doc, indent: 0, flat: false }];
  let column = 0;
  const write = (text: string): void => {
    output.push(text);
    const lineStart = text.lastIndexOf('\n');
    column = lineStart < 0 ? column + text.length : text.length - lineStart - 1;
  };
  for (let task = tasks.pop(); task; task = tasks.pop()) {
    const { doc: current, indent, flat } = task;
    if (typeof current === 'string') write(current);
    else if (isList(current)) pushReversed(tasks, current, indent, flat);
    else if (current.kind === 'line') write(flat && current.hard !== true ? ' ' : `\n${' '.repeat(indent)}`);
    else if (current.kind === 'align') tasks.push({ doc: current.doc, indent: column + current.offset, flat });
    else tasks.push({ doc: current.doc, indent, flat: !current.breaks && (flat || fits(current.doc, width - column)) });
  }
  return output.join('');
}

function pushReversed(tasks: Task[], docs: readonly Doc[], indent: number, flat: boolean): void {
  for (let index = docs.length - 1; index >= 0; index--) tasks.push({ doc: docs[index]!, indent, flat });
}

/** The document on one line takes at most so many columns. */
function fits(doc: Doc, columns: number): boolean {
  const rest: Doc[] = [doc];
  let left = columns;
  while (rest.length > 0 && left >= 0) {
    const current = rest.pop()!;
    if (typeof current === 'string') left -= current.length;
    else if (isList(current)) for (let index = current.length - 1; index >= 0; index--) rest.push(current[index]!);
    else if (current.kind === 'line') left -= 1;
    else rest.push(current.doc);
  }
  return left >= 0;
}

function holdsHardLine(doc: Doc): boolean {
  if (typeof doc === 'string') return false;
  if (isList(doc)) return doc.some(holdsHardLine);
  if (doc.kind === 'line') return doc.hard === true;
  return doc.kind === 'group' ? doc.breaks : holdsHardLine(doc.doc);
}

function isList(doc: Doc): doc is readonly Doc[] {
  return Array.isArray(doc);
}
