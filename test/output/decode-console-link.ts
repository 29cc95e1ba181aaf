/** What a console link holds, read independently of the code that writes it. */
export interface DecodedLink {
  readonly host: string;
  readonly region: string | null;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Reads the address of a Logs Insights query: `$3F` stands for `?`, and the state is tilde-separated values. */
export function decodeConsoleLink(link: string): DecodedLink {
  const url = new URL(link);
  const fragment = decodeURIComponent(url.hash.replace(/\$([0-9a-f]{2})/gi, '%$1'));
  const match = /queryDetail=(~.*?)(?:&|;tab=|$)/s.exec(fragment);
  if (!match) throw new Error(`no query in ${link}`);
  const reader = { text: match[1]!, place: 0 };
  const detail = readValue(reader) as Record<string, unknown>;
  if (reader.place !== reader.text.length) throw new Error(`rest: ${reader.text.slice(reader.place)}`);
  return { host: url.host, region: url.searchParams.get('region'), detail };
}

interface Reader {
  readonly text: string;
  place: number;
}

function readValue(reader: Reader): unknown {
  expectText(reader, '~');
  if (take(reader, /^\(/)) return reader.text[reader.place] === '~' ? readList(reader) : readMembers(reader);
  const text = take(reader, /^'((?:[\w.!-]|\*\*[0-9a-f]{4}|\*[0-9a-f]{2})*)/i);
  if (text) return readText(text[1]!);
  return JSON.parse(take(reader, /^(true|false|null|-?[\d.]+)/)![1]!) as unknown;
}

function readList(reader: Reader): unknown[] {
  if (take(reader, /^~\)/)) return [];
  const values: unknown[] = [];
  while (!take(reader, /^\)/)) values.push(readValue(reader));
  return values;
}

function readMembers(reader: Reader): Record<string, unknown> {
  const members: Record<string, unknown> = {};
  while (!take(reader, /^\)/)) {
    take(reader, /^~/);
    const key = take(reader, /^[\w.-]+/)![0];
    members[key] = readValue(reader);
  }
  return members;
}

function readText(text: string): string {
  return text
    .replaceAll('!', '$')
    .replace(/\*\*([0-9a-f]{4})|\*([0-9a-f]{2})/gi, (_, long: string | undefined, short: string) =>
      String.fromCharCode(parseInt(long ?? short, 16)),
    );
}

function take(reader: Reader, pattern: RegExp): RegExpExecArray | undefined {
  const match = pattern.exec(reader.text.slice(reader.place));
  if (!match) return undefined;
  reader.place += match[0].length;
  return match;
}

function expectText(reader: Reader, text: string): void {
  if (!reader.text.startsWith(text, reader.place)) throw new Error(`expected ${text} at ${reader.place}`);
  reader.place += text.length;
}
