import { build } from 'esbuild';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';

const project = resolve(import.meta.dirname, '..');

/** Imports a TypeScript module of the project, which Node 20 cannot read itself. */
export async function importBundled(entry) {
  // Below the project, so that the bundle finds the packages it leaves out.
  mkdirSync(join(project, '.bench'), { recursive: true });
  const folder = mkdtempSync(join(project, '.bench', 'bundle-'));
  try {
    const outfile = join(folder, 'module.js');
    await build({
      absWorkingDir: project,
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      packages: 'external',
      logLevel: 'error',
    });
    return await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
