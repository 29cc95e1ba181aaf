// Times whole processes, alternating between the contenders so that a slow moment of the machine hits all of them.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { performance } from 'node:perf_hooks';

/**
 * @typedef {object} Contender
 * @property {string} name
 * @property {readonly string[]} command program and arguments; no shell
 * @property {() => void} [before] makes the same start for every run; not timed
 * @property {number[]} [exitCodes] codes that count as done; [0] when absent
 */

/**
 * Runs every contender `runs` times, in turn, and answers seconds (median, least, most, and each of the rounds) and peak
 * memory (MiB, the median; absent where GNU time is not installed) of each.
 * @param {readonly Contender[]} contenders
 * @param {{ runs?: number, warmups?: number, cwd?: string, env?: Record<string, string> }} [options]
 */
export function measure(contenders, { runs = 5, warmups = 1, cwd, env } = {}) {
  const samples = contenders.map(() => ({ seconds: [], mebibytes: [], output: '' }));
  for (let round = -warmups; round < runs; round++) {
    contenders.forEach((contender, index) => {
      const once = runOnce(contender, cwd, env);
      samples[index].output = once.output;
      if (round < 0) return;
      samples[index].seconds.push(once.seconds);
      if (once.mebibytes !== undefined) samples[index].mebibytes.push(once.mebibytes);
    });
  }
  return contenders.map(({ name }, index) => {
    const { seconds, mebibytes, output } = samples[index];
    return {
      name,
      seconds: median(seconds),
      rounds: seconds,
      least: Math.min(...seconds),
      most: Math.max(...seconds),
      mebibytes: mebibytes.length > 0 ? median(mebibytes) : undefined,
      output,
    };
  });
}

/** How many times as long one takes as the other: the median of the rounds, in each of which both met the same moment. */
export function ratioOf({ rounds }, other) {
  return median(rounds.map((seconds, round) => seconds / other.rounds[round]));
}

const gnuTime = ['/usr/bin/time'].find((path) => existsSync(path));

function runOnce({ name, command, before, exitCodes = [0] }, cwd, env) {
  before?.();
  const [program, ...words] = gnuTime === undefined ? command : [gnuTime, '-f', 'peak %M', ...command];
  const start = performance.now();
  const done = spawnSync(program, words, {
    cwd,
    env: { ...process.env, ...env },
    encoding: 'utf8',
    maxBuffer: 1 << 30,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const seconds = (performance.now() - start) / 1000;
  if (done.error) throw done.error;
  if (!exitCodes.includes(done.status)) throw new Error(`${name} ended with ${done.status}:\n${done.stderr}`);
  const peak = /peak (\d+)/.exec(done.stderr)?.[1];
  return { seconds, mebibytes: peak === undefined ? undefined : Number(peak) / 1024, output: done.stdout };
}

export function median(values) {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}

/** True where a program can be found, so that a bench can leave out what the machine lacks. */
export function isInstalled(program) {
  return !spawnSync(program, ['--version'], { stdio: 'ignore' }).error;
}

/** Prints rows (objects with the same keys) as a table; numbers to three places. */
export function printTable(rows) {
  if (rows.length === 0) return;
  const keys = [...new Set(rows.flatMap(Object.keys))];
  const cell = (value) =>
    value === undefined ? '' : typeof value === 'number' ? String(Number(value.toFixed(3))) : String(value);
  const widths = keys.map((key) => Math.max(key.length, ...rows.map((row) => cell(row[key]).length)));
  const line = (values, isNumber) =>
    values
      .map((value, index) => (isNumber[index] ? value.padStart(widths[index]) : value.padEnd(widths[index])))
      .join('  ')
      .trimEnd();
  const numeric = keys.map((key) => rows.some((row) => typeof row[key] === 'number'));
  console.log(line(keys, numeric));
  for (const row of rows)
    console.log(
      line(
        keys.map((key) => cell(row[key])),
        numeric,
      ),
    );
}
