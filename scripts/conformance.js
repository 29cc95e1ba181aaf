// Asks CloudWatch Logs (or any endpoint of its protocol) the cases of test/conformance and compares the answers:
//   npm run conformance -- --log-group SCRATCH [--region R] [--profile P] [--endpoint-url U] [--yes] [--record]
// Exit codes: 0 all agree, 1 some differ, 2 some could not be asked.
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { importBundled } from './import-bundled.js';

const usage =
  'usage: npm run conformance -- --log-group SCRATCH [--region R] [--profile P] [--endpoint-url U] [--yes] [--record]';
const project = resolve(import.meta.dirname, '..');
const flags = readFlags();
const interrupt = new AbortController();
// The first Ctrl-C ends the run and deletes what it made; another one must not stop that.
process.on('SIGINT', () => interrupt.abort(new Error('interrupted')));
process.on('SIGTERM', () => interrupt.abort(new Error('interrupted')));
process.env.AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED ??= 'true';

try {
  const { runConformance } = await importBundled('test/support/conformance/run-conformance.ts');
  process.exitCode = await runConformance({
    root: join(project, 'test/conformance'),
    logGroup: flags['log-group'],
    region: flags.region,
    profile: flags.profile,
    endpointUrl: flags['endpoint-url'],
    record: flags.record,
    confirm,
    write: (line) => console.log(line),
    signal: interrupt.signal,
  });
} catch (error) {
  console.error(error.message);
  process.exitCode = 2;
}

function readFlags() {
  try {
    const { values } = parseArgs({
      options: {
        'log-group': { type: 'string' },
        region: { type: 'string' },
        profile: { type: 'string' },
        'endpoint-url': { type: 'string' },
        yes: { type: 'boolean', default: false },
        record: { type: 'boolean', default: false },
      },
    });
    if (values['log-group']) return values;
    console.error(`Name a log group below which the scratch groups are made.\n${usage}`);
  } catch (error) {
    console.error(`${error.message}\n${usage}`);
  }
  process.exit(2);
}

/** Money is spent on a yes only: of the person at the terminal, or of --yes. */
async function confirm(estimate) {
  console.log(estimate);
  if (flags.yes) return true;
  if (!process.stdin.isTTY) {
    console.error('Nobody is here to agree to that: give --yes.');
    return false;
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  terminal.on('SIGINT', () => interrupt.abort(new Error('interrupted')));
  try {
    const answer = await terminal.question('Go on? (y/N) ', { signal: interrupt.signal });
    return /^y(es)?$/i.test(answer.trim());
  } finally {
    terminal.close();
  }
}
