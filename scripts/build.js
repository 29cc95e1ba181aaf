// Bundles src into dist: few files start faster than many (Node 20 has no compile cache).
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, rolldown } from 'rolldown';

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Found in node_modules when they are called for: large, native, or with programs of their own. All else is bundled. */
const external = ['@aws-sdk/client-cloudwatch-logs', '@duckdb/node-bindings', 'clipboardy'];
const packages = [...Object.keys(dependencies), ...Object.keys(optionalDependencies)];

const output = {
  dir: 'dist',
  format: 'esm',
  minify: true,
  entryFileNames: '[name].js',
  chunkFileNames: 'chunks/[name]-[hash].js',
};

/**
 * The full Unicode rules of a text's width take 15 ms to load. yargs measures its help by them, which it makes for every
 * command: our help is ASCII, where a character is a column. Tables load them when the first text needs them.
 */
const widthWhenNeeded = {
  name: 'width-when-needed',
  resolveId(source, importer) {
    if (source !== 'string-width') return undefined;
    return importer.includes('node_modules') ? '\0width:ascii' : '\0width:full';
  },
  load(id) {
    if (id === '\0width:ascii') return 'export default (text) => text.length;';
    if (id !== '\0width:full') return undefined;
    return `import { createRequire } from 'node:module';
export default (text) => createRequire(import.meta.url)('string-width').default(text);`;
  },
};

/**
 * V8 reads over the body of a function and reads it again when the function is called, but reads "(function" once. It
 * does not know an arrow by its parenthesis, which is how CommonJS modules come here: DuckDB's 180 load 4 ms sooner.
 */
const readModulesOnce = {
  name: 'read-modules-once',
  generateBundle(_options, files) {
    for (const file of Object.values(files)) {
      file.code &&= file.code.replace(
        /(?<=\/\* @__PURE__ \*\/ [\w$]+\(\()(?:\(([\w$,]*)\)|([\w$]+))=>\{/g,
        (_arrow, several, one) => `function(${several ?? one}){`,
      );
    }
  },
};

/** What is found nowhere would be left to the one who runs it. */
function failOnUnresolved(level, log, next) {
  next(log.code === 'UNRESOLVED_IMPORT' ? 'error' : level, log);
}

rmSync('dist', { recursive: true, force: true });
await buildPrograms();
await buildApi();
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });

async function buildPrograms() {
  const bundle = await rolldown({
    input: { 'cli/bin': 'src/cli/bin.ts', endpoint: 'src/endpoint.ts' },
    platform: 'node',
    transform: { target: 'node20.19' },
    external,
    onLog: failOnUnresolved,
    plugins: [widthWhenNeeded, readModulesOnce],
    preserveEntrySignatures: 'allow-extension',
    resolve: {
      // Builds of the same versions that load faster: without source maps and file loaders, and as modules.
      alias: {
        handlebars: resolve('node_modules/handlebars/dist/handlebars.min.js'),
        yaml: resolve('node_modules/yaml/browser/dist/index.js'),
      },
    },
  });
  const split = await bundle.generate(output);
  await bundle.write({ ...output, codeSplitting: { groups: groupsOf(split.output) } });
  await bundle.close();
}

/**
 * Modules are split by who loads them, which makes dozens of files of a few hundred bytes. A file takes as long to load
 * as 6 KB of code, so the small ones become one; it loads nothing, neither of Node nor of us, that the start does not.
 */
function groupsOf(files) {
  const chunks = new Map(files.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const start = new Set(['cli/bin.js']);
  for (const name of start) for (const next of chunks.get(name)?.imports ?? []) start.add(next);
  const small = new Set();
  const isAtHand = (name) => start.has(name) || small.has(name);
  const fits = ({ fileName, isEntry, isDynamicEntry, code, imports }) =>
    !isEntry && !isDynamicEntry && !isAtHand(fileName) && code.length < 3000 && imports.every(isAtHand);
  let found;
  do {
    found = [...chunks.values()].filter(fits);
    for (const { fileName } of found) small.add(fileName);
  } while (found.length > 0);
  const modulesOf = (names) => new Set([...names].flatMap((name) => chunks.get(name)?.moduleIds ?? []));
  const started = modulesOf(start);
  const shared = modulesOf(small);
  // The module that starts everything waits for it to end: nobody else could load a file that it is in.
  started.delete(chunks.get('cli/bin.js').facadeModuleId);
  return [
    { name: 'start', test: (id) => started.has(id) },
    { name: 'shared', test: (id) => shared.has(id) },
  ];
}

/** The public API runs in browsers too: here a Node module anywhere in it fails the build. */
async function buildApi() {
  await build({
    input: { index: 'src/index.ts' },
    platform: 'neutral',
    transform: { target: 'es2023' },
    external: packages,
    onLog: failOnUnresolved,
    output,
  });
}
