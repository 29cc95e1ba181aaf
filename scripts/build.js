// Bundles src into dist: few, small files start faster than many (Node 20 has no compile cache).
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Found in node_modules when they are called for: large, native, or with programs of their own. All else is bundled. */
const external = ['@aws-sdk/client-cloudwatch-logs', '@duckdb/node-api', 'clipboardy', 'string-width'];
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

/**
 * yargs measures its help, which it makes for every command, by full Unicode rules that take 10 ms to load.
 * Our help is ASCII: there a character is a column. What people see in tables is still measured in full.
 */
const asciiWidthForHelp = {
  name: 'ascii-width-for-help',
  setup(bundler) {
    bundler.onResolve({ filter: /^string-width$/ }, ({ importer }) =>
      importer.includes('node_modules') ? { path: 'ascii-width', namespace: 'help' } : undefined,
    );
    bundler.onLoad({ filter: /.*/, namespace: 'help' }, () => ({ contents: 'export default (text) => text.length;' }));
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: { 'cli/bin': 'src/cli/bin.ts', endpoint: 'src/endpoint.ts' },
  platform: 'node',
  target: 'node20.19',
  external,
  plugins: [asciiWidthForHelp],
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
