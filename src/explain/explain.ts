import { nearest } from '../text/did-you-mean.ts';
import { text, type Topic } from './topic.ts';
import { commandTopics } from './topics/commands.ts';
import { fieldTopics } from './topics/fields.ts';
import { functionTopics } from './topics/functions.ts';
import { literalTopics, operatorTopics } from './topics/operators.ts';
import { quotaTopics } from './topics/quotas.ts';
import { syntaxErrorTopics } from './topics/syntax-errors.ts';
import { unknowns } from './unknowns.ts';

/** Everything about the query language, the log formats and the service that can be explained. */
export function knownTopics(): Topic[] {
  return [
    ...[...commandTopics(), ...functionTopics(), ...operatorTopics(), ...literalTopics()].map(withUnknowns),
    ...fieldTopics(),
    ...syntaxErrorTopics(),
    ...quotaTopics(),
  ];
}

/** What no source tells stands before the examples. */
function withUnknowns(topic: Topic): Topic {
  const open = Object.hasOwn(unknowns, topic.name) ? unknowns[topic.name]! : [];
  if (open.length === 0) return topic;
  const at = topic.sections.findIndex(({ title }) => title === 'Examples');
  const section = { title: 'Not known of the service', entries: open.map(text) };
  return { ...topic, sections: topic.sections.toSpliced(at < 0 ? topic.sections.length : at, 0, section) };
}

/** The topics of a name; several things may be called the same. Case counts only where it tells two apart. */
export function explain(name: string, topics: readonly Topic[] = knownTopics()): readonly Topic[] {
  const wanted = name.trim().replace(/\(\s*\)$/, '');
  for (const matches of [equal, equalButForCase]) {
    const found = topics.filter((topic) => [topic.name, ...topic.aliases].some((called) => matches(called, wanted)));
    // A topic of this very name comes before one that is only also called so.
    const own = found.filter((topic) => matches(topic.name, wanted));
    if (found.length > 0) return [...own, ...found.filter((topic) => !own.includes(topic))];
  }
  return [];
}

/** The name that a person most likely meant. */
export function nearestTopic(name: string, topics: readonly Topic[]): string | undefined {
  return nearest(name, new Set(topics.flatMap((topic) => [topic.name, ...topic.aliases])));
}

function equal(left: string, right: string): boolean {
  return left === right;
}

function equalButForCase(left: string, right: string): boolean {
  return left.toLowerCase() === right.toLowerCase();
}
