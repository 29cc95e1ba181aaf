// Packs flowq as npm would publish it, puts the result into an empty folder, and uses it there as a stranger would.
// usage: node scripts/check-package.js [--install]   (after npm run build; --install lets npm fetch the dependencies)
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import vm from 'node:vm';
import { build } from 'rolldown';

const project = resolve(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'flowq-package-'));
const started = performance.now();
try {
  await main();
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function main() {
  const tarball = pack();
  if (process.argv.includes('--install')) install(tarball);
  else unpack(tarball);
  checkCommands();
  checkTypes('nodenext', 'nodenext');
  checkTypes('esnext', 'bundler');
  checkEndpoint();
  checkNode();
  await checkBrowser();
  console.log(`The package works (${((performance.now() - started) / 1000).toFixed(1)} s).`);
}

/** Packs, and looks at what is in and what is not. */
function pack() {
  const listing = run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], { cwd: project });
  const [{ filename, files, unpackedSize }] = JSON.parse(listing);
  const paths = files.map(({ path }) => path);
  for (const path of [
    'bin/flowq.js',
    'dist/cli/bin.js',
    'dist/index.js',
    'dist/types/index.d.ts',
    'LICENSE',
    'README.md',
  ]) {
    check(paths.includes(path), `the package lacks ${path}; run npm run build first`);
  }
  const known = /^(bin|dist|queries|templates)\/|^(package\.json|README\.md|LICENSE|CHANGELOG\.md)$/;
  check(
    paths.every((path) => known.test(path)),
    `the package holds ${paths.find((path) => !known.test(path))}`,
  );
  check(unpackedSize < 3_000_000, `the package takes ${unpackedSize} bytes`);
  for (const path of paths) {
    const text = readFileSync(join(project, path), 'utf8');
    check(!text.includes(project), `${path} names a folder of this machine`);
  }
  return join(folder, filename);
}

/** What npm install does, without the network: only declared dependencies can be found. */
function unpack(tarball) {
  const target = join(folder, 'node_modules/flowq');
  mkdirSync(target, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', target, '--strip-components=1']);
  const { dependencies, optionalDependencies } = JSON.parse(readFileSync(join(target, 'package.json'), 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...optionalDependencies })) {
    const link = join(folder, 'node_modules', name);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join(project, 'node_modules', name), link);
  }
}

function install(tarball) {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  run('npm', ['install', '--no-audit', '--no-fund', tarball], { cwd: folder });
}

function checkCommands() {
  check((statSync(join(folder, 'node_modules/flowq/bin/flowq.js')).mode & 0o111) !== 0, 'bin/flowq.js cannot be run');
  check(flowq('--help').includes('flowq generate'), 'the help does not list generate');
  const query = flowq('generate', 'reject-counts', '--format', 'vpc-default');
  check(/^parse @message[^]*stats /m.test(query), `generate printed ${query}`);
  writeFileSync(
    join(folder, 'flow.log'),
    '2 123456789012 eni-0a1b2c3d 10.0.0.7 10.0.0.8 4711 22 6 1 40 1418530010 1418530070 REJECT OK\n',
  );
  const rows = flowq('run', 'reject-counts', '--file', 'flow.log', '--output', 'json', '--quiet');
  check(JSON.stringify(JSON.parse(rows)) === '[{"srcaddr":"10.0.0.7","rejections":1}]', `run answered ${rows}`);
  // Measuring a wide character is loaded when the first one comes.
  writeFileSync(join(folder, 'wide.log'), '漢字 1\n');
  const table = flowq('sql', 'select message, 1 as one from logs', '--file', 'wide.log', '--quiet');
  check(/^message {2}one\n─{7} {2}─{3}\n漢字 1 {3}1\n/.test(table), `sql answered ${table}`);
}

/** The public API as Node loads it, regular expressions judged by a package that comes when it is needed. */
function checkNode() {
  const use = `import { lint, loadRegexChecker, parse } from 'flowq';
const source = { name: 'q', text: 'filter a like /(/' };
const { query } = parse(source);
const checkRegex = await loadRegexChecker(query);
console.log(lint(query, { source, checkRegex }).map(({ code }) => code).join());
`;
  writeFileSync(join(folder, 'consumer.mjs'), use);
  const answer = run(process.execPath, [join(folder, 'consumer.mjs')], { cwd: folder });
  check(/regex/.test(answer), `lint found ${answer} in a regular expression that is none`);
}

/** The examples of docs/api.md, checked as files of a stranger. */
function checkTypes(module, moduleResolution) {
  const examples = [...readFileSync(join(project, 'docs/api.md'), 'utf8').matchAll(/^```ts\n([^]*?)^```$/gm)];
  check(examples.length > 0, 'docs/api.md has no examples');
  // Without the declarations everything would be of any type, and nothing wrong.
  const wrong =
    "import { print, parse } from 'flowq';\n// @ts-expect-error\nexport const wrong: number = print(parse('').query);\n";
  checkFiles([...examples.map(([, code]) => code), wrong], { module, moduleResolution });
}

/** Strict mode, with the declarations of the package and no others. */
function checkFiles(texts, compilerOptions) {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module", "private": true }');
  const files = texts.map((text, index) => {
    writeFileSync(join(folder, `consumer${index}.ts`), text);
    return `consumer${index}.ts`;
  });
  const options = {
    target: 'es2023',
    lib: ['es2023', 'dom'],
    types: [],
    strict: true,
    noEmit: true,
    ...compilerOptions,
  };
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, files }));
  run(process.execPath, [join(project, 'node_modules/typescript/bin/tsc'), '-p', folder]);
}

/** The endpoint for tests: typed for people who have the types of Node, and it starts. */
function checkEndpoint() {
  const use = `import { startServer } from 'flowq/endpoint';
const server = await startServer({ port: 0 });
console.log(server.url.startsWith('http://127.0.0.1:'));
await server[Symbol.asyncDispose]();
`;
  const typeRoots = [join(project, 'node_modules/@types')];
  const lib = ['es2023', 'esnext.disposable'];
  checkFiles([use], { module: 'nodenext', types: ['node'], typeRoots, lib, skipLibCheck: true });
  writeFileSync(join(folder, 'endpoint.js'), use);
  const answer = run(process.execPath, [join(folder, 'endpoint.js')], { cwd: folder });
  check(answer === 'true\n', `the endpoint answered ${answer}`);
}

/** The public API bundled for a browser, run where nothing of Node exists. */
async function checkBrowser() {
  const input = join(folder, 'browser.js');
  writeFileSync(input, "export * from 'flowq';\n");
  const { output } = await build({
    input,
    write: false,
    platform: 'browser',
    onLog: (_level, log, next) => next('error', log),
    output: { format: 'iife', name: 'flowq', codeSplitting: false },
  });
  const world = vm.createContext({});
  vm.runInContext(output[0].code, world);
  const printed = vm.runInContext(
    `const { query } = flowq.parse('fields a|limit 5');
     const source = { name: 'q', text: 'fields a|limit 5' };
     [flowq.print(query), flowq.lint(query, { source }).length >= 0, flowq.complete('fi', 2).length > 0].join()`,
    world,
  );
  check(/^fields a\n\| limit 5\n?,true,true$/.test(printed), `in a browser the API answered ${printed}`);
}

function flowq(...words) {
  return run(process.execPath, [join(folder, 'node_modules/flowq/bin/flowq.js'), ...words], { cwd: folder });
}

function run(program, words, options = {}) {
  try {
    return execFileSync(program, words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'], ...options });
  } catch (error) {
    throw new Error(`${program} ${words.join(' ')} failed:\n${error.stdout}${error.stderr}`, { cause: error });
  }
}

function check(isRight, message) {
  if (!isRight) throw new Error(`check-package: ${message}.`);
}
