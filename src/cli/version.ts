import { readFileSync } from 'node:fs';

/** The version in package.json, which stands at the same depth above `src/cli` and `dist/cli`. */
export const version = (
  JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string }
).version;
