import type { Account } from '../account/account.ts';
import { shareDatabase } from '../../engine/database.ts';
import type { EventSource } from '../../engine/event-source.ts';
import { OpenedInput, type RunLocalOptions } from '../../engine/run.ts';
import { compileQuery } from '../../sql/compile.ts';
import type { Database } from '../events/database.ts';
import type { EventTables } from '../events/event-tables.ts';
import type { Query } from '../../language/ast.ts';
import { parse } from '../../language/parse.ts';
import type { Source } from '../../text/source.ts';
import type { Identity } from '../service.ts';
import { eventSourceOf } from './event-source.ts';
import { malformedQuery } from './malformed.ts';
import { outsideOf } from './outside.ts';
import type { PreparedQuery, QueryEngine, QuestionAsked } from './query-engine.ts';
import { querySource, type QuerySource } from './query-source.ts';

export interface LocalEngineOptions {
  readonly account: Account;
  readonly events: EventTables;
  readonly database: Database;
  readonly identity: Identity;
  readonly now: () => number;
}

/** The embedded engine over the account's events. */
export function localEngine(options: LocalEngineOptions): QueryEngine {
  return { prepare: (question) => prepare(question, options) };
}

async function prepare(question: QuestionAsked, options: LocalEngineOptions): Promise<PreparedQuery> {
  const source: Source = { name: '<query>', text: question.text };
  const { query: whole, diagnostics } = parse(source);
  const fault = diagnostics.find(({ severity }) => severity === 'error');
  if (fault) throw malformedQuery(fault);
  const { groups, range, query } = sourceOf(whole, question, options);
  const events = await eventSourceOf(options.events, { groups, range, accountId: options.identity.accountId });
  const runOptions = {
    range,
    outside: await outsideOf(query, range, options),
    now: new Date(options.now()),
    ...(question.limit !== undefined && { limit: question.limit }),
  };
  refuse(query, events, runOptions);
  return {
    groups: groups.map(({ name }) => name),
    range,
    async execute(signal) {
      const database = await shareDatabase(options.database.instance);
      return new OpenedInput(database, events, {}).run(query, source, { ...runOptions, signal });
    },
  };
}

/** Compiling is quick and tells what cannot run: the client hears it from StartQuery. */
function refuse(
  query: Query,
  input: EventSource,
  { now, ...options }: Pick<RunLocalOptions, 'range' | 'limit' | 'outside'> & { readonly now: Date },
): void {
  const compiled = compileQuery(query, { input, clock: { now: now.getTime() }, ...options });
  const fault = 'diagnostics' in compiled ? compiled.diagnostics[0] : undefined;
  if (fault) throw malformedQuery(fault);
}

/** The groups StartQuery names, or those that the query itself begins with. */
function sourceOf(query: Query, { groups, range }: QuestionAsked, { account, now }: LocalEngineOptions): QuerySource {
  if (groups === undefined) return querySource(query, { account, range, now: now() });
  return { groups: groups.map((name) => account.group(name)), range, query };
}
