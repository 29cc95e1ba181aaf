import { wrap } from '../text/wrap.ts';
import type { Entry, Section, Topic } from './topic.ts';

/** A topic as a person reads it, in lines of at most `width`. */
export function printTopic({ kind, name, place, summary, sections }: Topic, width: number): string {
  const head = `${name} (${kind}${place === undefined ? '' : `, ${place}`})`;
  return `${[head, wrap(summary, 0, width), ...sections.map((section) => printSection(section, width))].join('\n\n')}\n`;
}

function printSection({ title, entries }: Section, width: number): string {
  const terms = entries.flatMap((entry) => (entry.kind === 'term' ? [entry.term.length] : []));
  const column = Math.min(24, Math.max(0, ...terms)) + 4;
  return [`${title}:`, ...entries.map((entry) => printEntry(entry, column, width))].join('\n');
}

function printEntry(entry: Entry, column: number, width: number): string {
  switch (entry.kind) {
    case 'text':
      return `  ${wrap(entry.text, 2, width)}`;
    case 'code':
      return entry.text
        .split('\n')
        .map((line) => `  ${line}`)
        .join('\n');
    case 'term': {
      const meaning = wrap(entry.text, column, width);
      const head = `  ${entry.term}`;
      return head.length + 2 > column ? `${head}\n${' '.repeat(column)}${meaning}` : `${head.padEnd(column)}${meaning}`;
    }
  }
}
