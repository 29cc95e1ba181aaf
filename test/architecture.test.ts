import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../src');

interface RoomRules {
  /** Rooms whose files it may import, its own aside. */
  readonly rooms: readonly string[] | 'all' | { readonly allBut: readonly string[] };
  /** npm packages it may import. */
  readonly packages?: readonly RegExp[];
  /** It may import Node's own modules. */
  readonly node?: boolean;
}

/** Who may import whom: the table of the design, executed. */
const rules: Readonly<Record<string, RoomRules>> = {
  text: { rooms: [] },
  results: { rooms: [] },
  functions: { rooms: ['text'] },
  formats: { rooms: ['text'] },
  language: { rooms: ['text', 'functions'] },
  analysis: { rooms: ['text', 'functions', 'formats', 'language'] },
  lint: { rooms: ['text', 'functions', 'formats', 'language', 'analysis'], packages: [/^re2js$/] },
  complete: { rooms: ['text', 'functions', 'formats', 'language', 'analysis'] },
  explain: { rooms: ['text', 'functions', 'formats', 'language', 'analysis'] },
  split: { rooms: ['text', 'functions', 'language', 'analysis'] },
  generate: { rooms: ['text', 'formats', 'language'], packages: [/^handlebars$/] },
  library: { rooms: ['text', 'formats', 'language', 'generate'], packages: [/^yaml$/], node: true },
  sql: { rooms: ['text', 'functions', 'formats', 'language', 'analysis'] },
  engine: {
    rooms: ['text', 'results', 'formats', 'language', 'sql'],
    packages: [/^@duckdb\/node-api$/, /^tinyglobby$/, /^fzstd$/],
    node: true,
  },
  cloudwatch: { rooms: ['text', 'results', 'language', 'formats'], packages: [/^@aws-sdk\//, /^p-retry$/], node: true },
  run: { rooms: { allBut: ['cli', 'server', 'output'] }, node: true },
  server: { rooms: { allBut: ['cloudwatch', 'run', 'cli'] }, packages: [/.*/], node: true },
  output: { rooms: ['text', 'results'], packages: [/^csv-stringify/, /^string-width$/] },
  cli: {
    rooms: 'all',
    packages: [/^yargs/, /^clipboardy$/, /^luxon$/],
    node: true,
  },
};

const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

describe('the house', () => {
  it('has no room without rules', () => {
    const rooms = new Set(files.filter((file) => file.includes('/')).map((file) => file.split('/')[0]!));
    expect([...rooms].filter((room) => !(room in rules))).toEqual([]);
  });

  it.each(files)('%s imports only what its room may', (file) => {
    expect(importsOf(file).filter((specifier) => !isAllowed(file, specifier))).toEqual([]);
  });
});

function importsOf(file: string): string[] {
  const text = readFileSync(join(root, file), 'utf8');
  const pattern =
    /(?:^|\n)\s*(?:import|export)\s[^;'"`]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g;
  return [...text.matchAll(pattern)].map((match) => (match[1] ?? match[2] ?? match[3])!);
}

function isAllowed(file: string, specifier: string): boolean {
  const room = file.includes('/') ? file.split('/')[0]! : undefined;
  if (room === undefined) return specifier.startsWith('./') && !specifier.startsWith('./cli/');
  const rule = rules[room]!;
  if (specifier.startsWith('node:')) return rule.node === true;
  if (!specifier.startsWith('.')) return rule.packages?.some((pattern) => pattern.test(specifier)) ?? false;
  const target = relative(root, resolve(root, dirname(file), specifier)).split('/')[0]!;
  if (target === room) return true;
  if (target.endsWith('.ts')) return false;
  if (rule.rooms === 'all') return true;
  if (Array.isArray(rule.rooms)) return rule.rooms.includes(target);
  return !(rule.rooms as { readonly allBut: readonly string[] }).allBut.includes(target);
}
