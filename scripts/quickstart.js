// npm run quickstart: the main job on made records and the embedded engine. No account, nothing to configure.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, openSync, closeSync, writeFileSync } from 'node:fs';

const flowq = 'bin/flowq.js';
const folder = '.quickstart';
const fields =
  'region vpc-id az-id subnet-id instance-id interface-id flow-direction srcaddr dstaddr srcport dstport pkt-srcaddr pkt-dstaddr ' +
  'pkt-src-aws-service pkt-dst-aws-service traffic-path packets bytes action';
const format = fields
  .split(' ')
  .map((field) => `\${${field}}`)
  .join(' ');

if (!existsSync('dist/cli/bin.js')) spawnSync(process.execPath, ['scripts/build.js'], { stdio: 'inherit' });
mkdirSync(folder, { recursive: true });
writeFileSync(`${folder}/format.txt`, `${format}\n`);

const colour = process.stdout.isTTY ? (code, text) => `\u001b[${code}m${text}\u001b[0m` : (_code, text) => text;
say(`A flow log with a format of its own (${folder}/format.txt, 19 fields):\n`);
console.log(colour(2, wrap(format)));

step('Make 20,000 records in that format.');
run(['sample', '--format', `@${folder}/format.txt`, '--lines', '20000', '--seed', '1'], `${folder}/flow.log`);

step('Write the query that is right for it: who is turned away at the door?');
run(['generate', 'reject-counts', '--format', `@${folder}/format.txt`, '--ingress', '--limit', '8']);

step('Ask it here, on the embedded engine.');
run([
  'run',
  'reject-counts',
  '--file',
  `${folder}/flow.log`,
  '--format',
  `@${folder}/format.txt`,
  '--ingress',
  '--limit',
  '8',
]);

say('\nWith an account the same query runs on CloudWatch Logs: replace --file … by --log-group NAME --since 1h.');

function say(text) {
  console.log(text);
}

function step(text) {
  console.log(`\n${colour(1, text)}`);
}

/** Shows a command as a person would type it, and runs it. */
function run(words, target) {
  const shown = `node ${flowq} ${words.join(' ')}${target ? ` > ${target}` : ''}`;
  console.log(colour(36, `$ ${shown}\n`).trimEnd());
  const output = target ? openSync(target, 'w') : 'inherit';
  const done = spawnSync(process.execPath, [flowq, ...words], { stdio: ['inherit', output, 'inherit'] });
  if (target) closeSync(output);
  if (done.status !== 0) process.exit(done.status ?? 2);
}

function wrap(text) {
  return text.replace(/(.{1,76})(?: |$)/g, '  $1\n').trimEnd();
}
