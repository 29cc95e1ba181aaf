import { existsSync, readFileSync } from 'node:fs';
import { basename, extname, relative, resolve } from 'node:path';
import type { Template } from '../generate/template.ts';
import type { Source } from '../text/source.ts';
import { didYouMean } from '../text/did-you-mean.ts';
import { kindOf, listEntries, type Entry } from './folders.ts';
import { LibraryError } from './library-error.ts';
import { readSavedQuery, type SavedQuery } from './saved-query.ts';
import { readTemplate } from './template-file.ts';

/** A template or a saved query that was read. */
export type Found =
  | { readonly kind: 'template'; readonly entry: Entry; readonly template: Template }
  | { readonly kind: 'query'; readonly entry: Entry; readonly query: SavedQuery };

/** The templates and saved queries that a person in a folder can name. */
export interface Library {
  /** Copies of one file, such as a checkout of flowq has of the shipped ones, count once. */
  readonly entries: readonly Entry[];
  /** By name, or by the path of a `.hbs` or `.cwli` file; throws `LibraryError` where there is none, or two. */
  readonly find: (nameOrPath: string) => Found;
  /** Reads a file of the library. */
  readonly read: (entry: Entry) => Found;
  /** Reads every file, and says which cannot be read: a `templates` folder may hold files of other programs. */
  readonly readAll: () => { readonly found: readonly Found[]; readonly problems: readonly LibraryError[] };
  /** Every template that can be read. */
  readonly templates: () => readonly Template[];
}

/** Looks into `./templates` and `./queries` of the folder, then into the shipped library. Files are read when they are asked for. */
export function openLibrary(cwd: string, root?: string): Library {
  const entries = withoutCopies(listEntries(cwd, root));
  const read = (entry: Entry) => readEntry(entry, cwd);
  const readAll = () => {
    const found: Found[] = [];
    const problems: LibraryError[] = [];
    for (const entry of entries) {
      try {
        found.push(read(entry));
      } catch (error) {
        if (!(error instanceof LibraryError)) throw error;
        problems.push(error);
      }
    }
    return { found, problems };
  };
  return {
    entries,
    read,
    readAll,
    find: (nameOrPath) => read(findEntry(entries, nameOrPath, cwd)),
    templates: () => readAll().found.flatMap((item) => (item.kind === 'template' ? [item.template] : [])),
  };
}

/** Entries whose name another one has too: such a name can only be given as a path. */
export function clashes(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const names = new Set(entries.map(({ name }) => name));
  return [...names].map((name) => entries.filter((entry) => entry.name === name)).filter((same) => same.length > 1);
}

/** Of the files with one name, kind and text the current folder's is kept. Only files that share a name are read. */
function withoutCopies(entries: readonly Entry[]): readonly Entry[] {
  const copies = new Set(clashes(entries).flatMap(copiesAmong));
  return entries.filter((entry) => !copies.has(entry));
}

function copiesAmong(same: readonly Entry[]): readonly Entry[] {
  const files = same
    .toSorted((left, right) => Number(left.shipped) - Number(right.shipped))
    .map((entry) => ({ entry, text: textAt(entry.path) }));
  const isCopy = ({ entry, text }: (typeof files)[number], index: number) =>
    text !== undefined && files.slice(0, index).some((other) => other.text === text && other.entry.kind === entry.kind);
  return files.filter(isCopy).map(({ entry }) => entry);
}

/** Nothing where the file cannot be read: whoever asks for it by its name hears why. */
function textAt(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}

function findEntry(entries: readonly Entry[], nameOrPath: string, cwd: string): Entry {
  const [entry, ...more] = entries.filter(({ name }) => name === nameOrPath);
  if (entry && more.length === 0) return entry;
  if (entry) throw new LibraryError(describeClash([entry, ...more], cwd));
  const path = resolve(cwd, nameOrPath);
  const kind = kindOf(nameOrPath);
  if (kind && existsSync(path)) {
    return { kind, name: basename(path, extname(path)), path, topic: '', shipped: false };
  }
  const names = entries.map(({ name }) => name);
  const advice = didYouMean(nameOrPath, names) || ' "flowq list" shows what there is.';
  throw new LibraryError(`There is no template, saved query or file "${nameOrPath}".${advice}`);
}

/** Says which files have one name, and how to choose. */
export function describeClash(same: readonly Entry[], cwd: string): string {
  const files = same.map(
    ({ path, kind }) => `${kind === 'query' ? 'the saved query' : 'the template'} ${shown(path, cwd)}`,
  );
  return `"${same[0]!.name}" is the name of ${files.join(' and of ')}: rename one, or give the path.`;
}

function readEntry(entry: Entry, cwd: string): Found {
  const source: Source = { name: shown(entry.path, cwd), text: readText(entry.path, shown(entry.path, cwd)) };
  return entry.kind === 'template'
    ? { kind: 'template', entry, template: readTemplate(entry.name, source) }
    : { kind: 'query', entry, query: readSavedQuery(entry.name, source) };
}

function readText(path: string, name: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new LibraryError(`Cannot read "${name}": ${(cause as Error).message}.`, { cause });
  }
}

/** Relative where that is shorter. */
function shown(path: string, cwd: string): string {
  const short = relative(cwd, path);
  return short.startsWith('..') ? path : short;
}
