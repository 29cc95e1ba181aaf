// Bundles src into dist: few files start faster than many (Node 20 has no compile cache).
import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { build, rolldown } from 'rolldown';

const { dependencies, optionalDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

/** Found in node_modules when they are called for: large, native, or with programs of their own. All else is bundled. */
const external = ['@aws-sdk/client-cloudwatch-logs', 'clipboardy'];
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
 * DuckDB's native part is a package per platform. The one that chooses among them asks Linux for its C library, which
 * takes 5 ms; npm puts in only what fits that library. Where this cannot be loaded, the other chooses, or says why not.
 */
const nativePartAtOnce = {
  name: 'native-part-at-once',
  resolveId(source) {
    return source === '@duckdb/node-bindings' ? '\0native-part' : undefined;
  },
  load(id) {
    if (id !== '\0native-part') return undefined;
    return `import { createRequire } from 'node:module';
const find = createRequire(import.meta.url);
function load() {
  const name = '@duckdb/node-bindings';
  try {
    return createRequire(find.resolve(name))(\`\${name}-\${process.platform}-\${process.arch}/duckdb.node\`);
  } catch {
    return find(name);
  }
}
export default load();`;
  },
};

/**
 * V8 reads over the body of a function and reads it again when the function is called, but reads "(function" once. It
 * does not know an arrow by its parenthesis, which is how CommonJS modules come here: DuckDB's 180 load 4 ms sooner.
 */
const readModulesOnce = {
  name: 'read-modules-once',
  generateBundle(_options, files) {
    let found = 0;
    for (const file of Object.values(files)) {
      file.code &&= file.code.replace(
        /(?<=\/\* @__PURE__ \*\/ [\w$]+\(\()(?:\(([\w$,]*)\)|([\w$]+))=>\{/g,
        (_arrow, several, one) => {
          found++;
          return `function(${several ?? one}){`;
        },
      );
    }
    if (found === 0) this.error('No CommonJS module is wrapped as expected: look at what rolldown makes of them.');
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
    plugins: [widthWhenNeeded, nativePartAtOnce, readModulesOnce],
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
 * as 6 KB of code, so a small one is put into another: into the one that it needs beside what every command has, or else
 * into what they have. It stays where it needs more, or a module of Node that the start does not load.
 */
function groupsOf(files) {
  const chunks = new Map(files.filter(({ type }) => type === 'chunk').map((chunk) => [chunk.fileName, chunk]));
  const isEntry = (name) => chunks.get(name).isEntry || chunks.get(name).isDynamicEntry;
  const start = new Set(['cli/bin.js']);
  for (const name of start) for (const next of chunks.get(name)?.imports ?? []) start.add(next);
  /** The file that each goes to: `start`, `shared`, or one of their own, which stays. */
  const homes = new Map([...start].map((name) => [name, 'start']));
  const settle = (name) => {
    if (homes.has(name)) return;
    homes.set(name, name);
    const { imports, code } = chunks.get(name) ?? { imports: [] };
    imports.forEach(settle);
    const needed = new Set(imports.map((next) => homes.get(next)));
    for (const common of ['start', 'shared']) needed.delete(common);
    const [home = 'shared'] = needed;
    const isOpen = home === 'shared' || (chunks.has(home) && !isEntry(home));
    if (chunks.has(name) && !isEntry(name) && code.length < 3000 && needed.size < 2 && isOpen) homes.set(name, home);
  };
  for (const name of chunks.keys()) settle(name);
  const places = new Map();
  for (const [name, home] of homes) {
    if (!chunks.has(name) || (home === name && isEntry(name))) continue;
    for (const id of chunks.get(name).moduleIds) places.set(id, home);
  }
  // The module that starts everything waits for it to end: nobody else could load a file that it is in.
  places.delete(chunks.get('cli/bin.js').facadeModuleId);
  return [...new Set(places.values())].map((home) => ({
    name: chunks.get(home)?.name ?? home,
    test: (id) => places.get(id) === home,
    includeDependenciesRecursively: false,
  }));
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
