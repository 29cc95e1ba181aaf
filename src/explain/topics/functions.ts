import type { FunctionDefinition, Parameter } from '../../functions/definition.ts';
import { signatureOf } from '../../functions/signature.ts';
import { functions } from '../../functions/table.ts';
import { code, sections, term, text, type Topic } from '../topic.ts';

/** Every function of the query language. */
export function functionTopics(): Topic[] {
  return functions.map(topicOf);
}

function topicOf(definition: FunctionDefinition): Topic {
  const { name, aliases = [], kind, params, summary, notes = [], since, examples } = definition;
  return {
    kind: 'function',
    name,
    aliases,
    place: kind === 'aggregate' ? 'of many events, in stats' : 'of one event',
    summary,
    sections: sections(
      { title: 'Written', entries: [code(signatureOf(definition))] },
      { title: 'Arguments', entries: params.map((parameter) => term(parameter.name, describe(parameter))) },
      { title: 'Result', entries: [text(resultOf(definition))] },
      {
        title: 'Notes',
        entries: [
          ...notes.map(text),
          ...(aliases.length > 0 ? [text(`Also written ${aliases.join(', ')}.`)] : []),
          ...(since === '2026' ? [text('Came with the expansion of the language in mid-2026.')] : []),
        ],
      },
      {
        title: 'Examples',
        entries: examples.flatMap(({ query, input = [], range, result }) => [
          code(`${query}  →  ${result === null ? 'no value' : result}`),
          ...(input.length > 0 ? [text(`over the events ${input.join(' ')}`)] : []),
          ...(range ? [text(`asked at ${range.end} about the time since ${range.start}`)] : []),
        ]),
      },
    ),
  };
}

function describe({ type, optional, rest, star, meaning }: Parameter): string {
  const words = [type === 'any' ? 'any value' : type];
  if (optional) words.push('may be left out');
  if (rest) words.push('any number of them');
  if (star) words.push('or *');
  return `${words.join(', ')}${meaning === undefined ? '' : `: ${meaning}`}`;
}

function resultOf({ returns }: FunctionDefinition): string {
  switch (returns) {
    case 'first':
      return 'As the first argument.';
    case 'common':
      return 'As the arguments that can become the result.';
    case 'any':
      return 'Any value.';
    case 'boolean':
      return 'True or false, shown as 1 or 0.';
    default:
      return `${returns[0]!.toUpperCase()}${returns.slice(1)}.`;
  }
}
