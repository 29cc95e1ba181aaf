// Bundles src into dist: few, small files start faster than many (Node 20 has no compile cache).
import { build } from 'esbuild';
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Found in node_modules when they are called for: large, native, or with programs of their own. All else is bundled. */
const external = ['@aws-sdk/client-cloudwatch-logs', '@duckdb/node-bindings', 'clipboardy'];
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
 * The full Unicode rules of a text's width take 15 ms to load. yargs measures its help by them, which it makes for every
 * command: our help is ASCII, where a character is a column. Tables load them when the first text needs them.
 */
const widthWhenNeeded = {
  name: 'width-when-needed',
  setup(bundler) {
    bundler.onResolve({ filter: /^string-width$/ }, ({ importer }) => ({
      path: importer.includes('node_modules') ? 'ascii' : 'full',
      namespace: 'width',
    }));
    bundler.onLoad({ filter: /^ascii$/, namespace: 'width' }, () => ({
      contents: 'export default (text) => text.length;',
    }));
    bundler.onLoad({ filter: /^full$/, namespace: 'width' }, () => ({
      contents: "export default (text) => flowqRequire(import.meta.url)('string-width').default(text);",
    }));
  },
};

rmSync('dist', { recursive: true, force: true });
await build({
  ...shared,
  entryPoints: { 'cli/bin': 'src/cli/bin.ts', endpoint: 'src/endpoint.ts' },
  platform: 'node',
  target: 'node20.19',
  external,
  plugins: [widthWhenNeeded],
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
