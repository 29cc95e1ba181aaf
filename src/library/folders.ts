import { existsSync, readdirSync, realpathSync } from 'node:fs';
import { basename, dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export type EntryKind = 'template' | 'query';

/** A file of the library; its name is the file's, without folder and extension. */
export interface Entry {
  readonly kind: EntryKind;
  readonly name: string;
  readonly path: string;
  /** The folder below `templates` or `queries`: a template's family, a query's topic. */
  readonly topic: string;
  /** It came with flowq. */
  readonly shipped: boolean;
}

const kinds: readonly { readonly kind: EntryKind; readonly folder: string; readonly extension: string }[] = [
  { kind: 'template', folder: 'templates', extension: '.hbs' },
  { kind: 'query', folder: 'queries', extension: '.cwli' },
];

/** The folder that holds the shipped `templates` and `queries`: the one with package.json, above `src`, `dist` or an installed package. */
export function shippedRoot(from: string = dirname(fileURLToPath(import.meta.url))): string {
  let folder = from;
  while (!existsSync(join(folder, 'package.json'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error(`no package.json above "${from}"`);
    folder = parent;
  }
  return folder;
}

/** Every template and saved query of the current folder and of the shipped library, each file once, by kind, topic and name. */
export function listEntries(cwd: string, root: string = shippedRoot()): readonly Entry[] {
  const roots = existsSync(cwd) && realpathSync(cwd) === realpathSync(root) ? [root] : [cwd, root];
  const entries = roots.flatMap((base) => kinds.flatMap((kind) => filesOf(base, kind, base === root)));
  return entries.sort((left, right) => compare(sortKey(left), sortKey(right)));
}

/** The kind of file that a path names, or nothing where it is neither. */
export function kindOf(path: string): EntryKind | undefined {
  return kinds.find(({ extension }) => extname(path) === extension)?.kind;
}

function filesOf(base: string, { kind, folder, extension }: (typeof kinds)[number], shipped: boolean): Entry[] {
  const top = join(base, folder);
  if (!existsSync(top)) return [];
  return readdirSync(top, { recursive: true, encoding: 'utf8' })
    .filter((file) => extname(file) === extension)
    .map((file) => ({
      kind,
      name: basename(file, extension),
      path: join(top, file),
      topic: dirname(file) === '.' ? '' : dirname(file).replaceAll('\\', '/'),
      shipped,
    }));
}

function sortKey({ kind, topic, name }: Entry): string {
  return `${kind === 'template' ? 0 : 1}\0${topic}\0${name}`;
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
