import { vpcFields } from '../fields/vpc.ts';
import { nameBefore } from './name-before.ts';
import type { Piece } from './piece.ts';

/** Constants of the CDK's `LogFormat` class that are not spelled like their field. */
const otherSpellings: Readonly<Record<string, string>> = {
  START_TIMESTAMP: '${start}',
  END_TIMESTAMP: '${end}',
  TRAFFIC_TYPE: '${type}',
  ALL_DEFAULT_FIELDS: vpcFields
    .filter(({ version }) => version === 2)
    .map(({ name }) => `\${${name}}`)
    .join(' '),
};

const element = /\b(?:\w+\.)*LogFormat\.(?:([A-Z][A-Z0-9_]*)|(custom|field)\(\s*(['"`])(.*?)\3\s*\))/g;

/** Lists of the CDK's `ec2.LogFormat` constants; the construct joins them with spaces. */
export function cdkPieces(text: string): readonly Piece[] {
  const runs: { words: string[]; start: number; end: number }[] = [];
  for (const match of text.matchAll(element)) {
    const word = wordOf(match);
    const run = runs.at(-1);
    if (run && /^[\s,]*$/.test(text.slice(run.end, match.index))) {
      run.words.push(word);
      run.end = match.index + match[0].length;
    } else {
      runs.push({ words: [word], start: match.index, end: match.index + match[0].length });
    }
  }
  return runs.map(({ words, start, end }) => ({
    text: words.join(' '),
    span: { start, end },
    names: nameBefore(text, start),
    isDeclared: true,
  }));
}

function wordOf([, constant, method, , argument]: RegExpMatchArray): string {
  if (constant === undefined) return method === 'field' ? `\${${argument}}` : argument!;
  const name = constant
    .toLowerCase()
    .replaceAll('_', '-')
    .replace(/\b(src|dst)-(addr|port)$/, '$1$2');
  return otherSpellings[constant] ?? `\${${name}}`;
}
