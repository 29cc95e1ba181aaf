// Bundles src into dist: few, small files start faster than many (Node 20 has no compile cache).
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Small packages that commands load at start are bundled; the others are found in node_modules. */
const bundled = new Set(['yargs', 'handlebars', 'string-width', 'yaml']);
const packages = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];

const shared = {
  outdir: 'dist',
  bundle: true,
  splitting: true,
  minify: true,
  format: 'esm',
  chunkNames: 'chunks/[name]-[hash]',
  logLevel: 'warning',
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: { 'cli/bin': 'src/cli/bin.ts' },
  platform: 'node',
  target: 'node20.19',
  external: packages.filter((name) => !bundled.has(name)),
  banner: {
    js: "import { createRequire as flowqRequire } from 'node:module'; const require = flowqRequire(import.meta.url);",
  },
  // Builds of the same versions that load faster: without source maps and file loaders, and as modules.
  alias: {
    handlebars: './node_modules/handlebars/dist/handlebars.min.js',
    yaml: './node_modules/yaml/browser/dist/index.js',
  },
});
// The public API runs in browsers too: here a Node module anywhere in it fails the build.
await build({
  ...shared,
  entryPoints: { index: 'src/index.ts' },
  platform: 'neutral',
  target: 'es2023',
  external: packages,
});
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
