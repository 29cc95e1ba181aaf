import { openLogsApi } from '../../../src/cloudwatch/client.ts';
import type { LogsApi } from '../../../src/cloudwatch/logs-api.ts';
import { ask, untilVisible } from './ask.ts';
import { readCases, type ConformanceCase } from './case.ts';
import { agree, printAnswer } from './compare.ts';
import { engineAnswerOn } from './engine-answer.ts';
import { estimate } from './estimate.ts';
import { bytesOf, readEventsOf, type CaseEvent } from './events.ts';
import { moveAnswerBack, moveEvents, shiftFor } from './move-times.ts';
import { record } from './record.ts';
import { ScratchGroups, type ScratchOptions } from './scratch-groups.ts';

/** A run of the cases against the service, or what speaks its protocol. */
export interface ConformanceOptions extends ScratchOptions {
  /** The folder of the cases. */
  readonly root: string;
  /** Case groups are made below this name. */
  readonly logGroup: string;
  readonly record?: boolean;
  /** Asked with the estimate; nothing is made unless it says yes. */
  readonly confirm: (estimate: string) => Promise<boolean>;
  readonly write: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Cases under way at a time: far below the ten queries a second that an account may start. */
const parallelCases = 4;

/** Asks the service every case. Resolves with 0 where all agree, 1 where some differ, 2 where some could not be asked. */
export async function runConformance(options: ConformanceOptions): Promise<0 | 1 | 2> {
  const { root, write, signal } = options;
  const cases = readCases(root);
  const bytes = cases.reduce((sum, { input }) => sum + bytesOf(readEventsOf(input)), 0);
  if (!(await options.confirm(estimate(cases.length, bytes)))) {
    write('Nothing was asked.');
    return 2;
  }
  const api = await openLogsApi(options);
  // Whoever cannot be reached, or lets nobody in, is told of once and not for every case.
  await api.describeLogGroups({ logGroupNamePrefix: `${options.logGroup}/`, limit: 1 }, signal);
  const groups = new ScratchGroups(options);
  const outcomes: Outcome[] = [];
  let left: string[];
  try {
    await inParallel(cases, async (conformanceCase) => {
      if (signal.aborted) return;
      const outcome = await outcomeOf(conformanceCase, { ...options, groups, api });
      outcomes.push(outcome);
      for (const line of linesOf(conformanceCase, outcome)) write(line);
    });
  } finally {
    left = await groups.deleteAll();
    for (const line of left) write(line);
    api.close();
  }
  const count = (kind: Outcome['kind']) => outcomes.filter((outcome) => outcome.kind === kind).length;
  const unasked = cases.length - count('agrees') - count('differs');
  write(`${count('agrees')} agree, ${count('differs')} differ, ${unasked} could not be asked.`);
  if (unasked > 0 || left.length > 0) return 2;
  return count('differs') > 0 ? 1 : 0;
}

type Outcome =
  | { readonly kind: 'agrees' }
  | { readonly kind: 'differs'; readonly expected: readonly string[]; readonly service: readonly string[] }
  | { readonly kind: 'failed'; readonly reason: string };

interface World extends ConformanceOptions {
  readonly groups: ScratchGroups;
  readonly api: LogsApi;
}

async function outcomeOf(conformanceCase: ConformanceCase, world: World): Promise<Outcome> {
  try {
    return await compareOnService(conformanceCase, world);
  } catch (error) {
    return { kind: 'failed', reason: world.signal.aborted ? 'interrupted' : (error as Error).message };
  }
}

async function compareOnService(conformanceCase: ConformanceCase, world: World): Promise<Outcome> {
  const { groups, api, signal } = world;
  const { name, input, query, expected } = conformanceCase;
  const logGroup = `${world.logGroup}/${name}`;
  const events = readEventsOf(input);
  const shift = shiftFor(events, query, await groups.create(logGroup, signal));
  const moved = moveEvents(events, shift);
  await groups.put(logGroup, moved, signal);
  const question = { logGroup, events: moved, query, limit: expected.limit };
  await untilVisible(api, question, signal);
  const raw = await ask(api, question, signal);
  const answer = expected.calendar ? raw : moveAnswerBack(raw, moved, shift);
  const due = expected.calendar ? await engineAnswerOn(moved, conformanceCase) : expected;
  if (world.record) await recordAnswer(conformanceCase, answer, moved);
  if (agree(due, answer)) return { kind: 'agrees' };
  return { kind: 'differs', expected: printAnswer(due), service: printAnswer(answer) };
}

async function recordAnswer(
  conformanceCase: ConformanceCase,
  answer: Awaited<ReturnType<typeof ask>>,
  moved: readonly CaseEvent[],
): Promise<void> {
  const date = new Date().toISOString().slice(0, 10);
  await record(conformanceCase, { answer, date, events: conformanceCase.expected.calendar && moved });
}

function linesOf({ name, query }: ConformanceCase, outcome: Outcome): string[] {
  if (outcome.kind === 'agrees') return [`pass     ${name}`];
  if (outcome.kind === 'failed') return [`failed   ${name}: ${outcome.reason}`];
  const block = (title: string, lines: readonly string[]) => [`  ${title}`, ...lines.map((line) => `    ${line}`)];
  return [
    `differs  ${name}`,
    ...block('query', query.split('\n')),
    ...block('expected', outcome.expected),
    ...block('service', outcome.service),
  ];
}

async function inParallel<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const queue = items.values();
  const worker = async () => {
    for (const item of queue) await work(item);
  };
  await Promise.all(Array.from({ length: parallelCases }, worker));
}
