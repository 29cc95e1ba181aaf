import type { ScannedFormat } from './scan.ts';

/** What stands before the names in the header of a W3C log file, such as CloudFront's. */
const w3cHeader = /^(?:#Version:[^\r\n]*\r?\n)?#Fields:[ \t]*/;

/** A text without `$` as the names it lists: a header line, or names between commas. */
export function scanHeader(text: string): ScannedFormat {
  const w3c = w3cHeader.exec(text)?.[0].length ?? 0;
  const words = [...text.matchAll(/[^\s,]+/g)].filter(({ index }) => index >= w3c);
  const fields = words.map((word) => ({
    name: word[0],
    span: { start: word.index, end: word.index + word[0].length },
  }));
  const separator = w3c > 0 ? '\t' : separatorOf(text.trim());
  const between = fields.slice(1).map(() => separator);
  return { fields, literals: fields.length === 0 ? [''] : ['', ...between, ''], diagnostics: [] };
}

/** The first run between two names, if it is a tab or a comma; else one space, which is what logs have. */
function separatorOf(text: string): string {
  const first = /[\s,]+/.exec(text)?.[0];
  return first === '\t' || first === ',' ? first : ' ';
}
