import { quotas } from '../quotas.ts';
import { sections, text, type Topic } from '../topic.ts';

/** The limits of the service, and one topic that lists them. */
export function quotaTopics(): Topic[] {
  const each = quotas.map(({ name, aliases = [], value, summary, notes = [] }): Topic => ({
    kind: 'quota',
    name,
    aliases,
    summary,
    sections: sections({ title: 'Limit', entries: [text(`${value}.`)] }, { title: 'Notes', entries: notes.map(text) }),
  }));
  const all: Topic = {
    kind: 'quota',
    name: 'quotas',
    aliases: ['quota', 'limits'],
    summary: 'The limits of CloudWatch Logs Insights.',
    sections: [
      { title: 'Limits', entries: quotas.map(({ name, value }) => ({ kind: 'term', term: name, text: `${value}.` })) },
    ],
  };
  return [...each, all];
}
