import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '../src');

/** A folder whose every file is named in its registry, and files of the folder that are no entries. */
const registries = [
  { folder: 'cli/commands', registry: 'cli/main.ts' },
  { folder: 'language/commands', registry: 'language/commands.ts' },
  { folder: 'sql/commands', registry: 'sql/commands.ts' },
  { folder: 'lint/rules', registry: 'lint/rules.ts' },
  { folder: 'output/writers', registry: 'output/writers.ts' },
  { folder: 'formats/catalogue', registry: 'formats/catalogue.ts' },
  { folder: 'functions', registry: 'functions/table.ts', aside: ['definition.ts', 'signature.ts', 'table.ts'] },
];

describe('registries', () => {
  it.each(registries.filter(({ registry }) => existsSync(resolve(root, registry))))(
    '$registry names every file of $folder',
    ({ folder, registry, aside = [] }) => {
      const text = readFileSync(resolve(root, registry), 'utf8');
      const files = readdirSync(resolve(root, folder)).filter((file) => file.endsWith('.ts') && !aside.includes(file));
      expect(files.filter((file) => !text.includes(`/${file}'`))).toEqual([]);
    },
  );
});
