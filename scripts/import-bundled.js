import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'rolldown';

const project = resolve(import.meta.dirname, '..');

/** Imports a TypeScript module of the project, which Node 20 cannot read itself. */
export async function importBundled(entry) {
  // Below the project, so that the bundle finds the packages it leaves out.
  mkdirSync(join(project, '.bench'), { recursive: true });
  const folder = mkdtempSync(join(project, '.bench', 'bundle-'));
  try {
    const file = join(folder, 'module.js');
    await build({
      input: resolve(project, entry),
      platform: 'node',
      // Packages and what is of Node; other modules are paths.
      external: /^[@a-z]/,
      output: { file, codeSplitting: false },
    });
    return await import(pathToFileURL(file).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
