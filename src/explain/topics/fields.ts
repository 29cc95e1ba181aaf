import { fieldSets, isFlowFamily, type FieldSet } from '../../formats/field-sets.ts';
import type { FieldDefinition } from '../../formats/format.ts';
import { camelName, snakeName } from '../../formats/names.ts';
import { code, sections, term, text, type Topic } from '../topic.ts';

/** Every field of the log formats that flowq knows, and what every event has. */
export function fieldTopics(): Topic[] {
  return [
    ...systemFieldTopics,
    ...fieldSets.flatMap((set) => set.fields.map((definition) => topicOf(definition, set))),
  ];
}

function topicOf(definition: FieldDefinition, set: FieldSet): Topic {
  const { name, meaning, values = {}, closedValues, missing, version, type, discovered, examples = [] } = definition;
  const isFlow = isFlowFamily(set.family);
  const snake = snakeName(definition);
  const camel = camelName({ name, definition });
  return {
    kind: 'field',
    name,
    aliases: [...new Set([snake, camel, ...(isFlow ? [`\${${name}}`] : [])])].filter((alias) => alias !== name),
    place: set.title,
    summary: meaning,
    sections: sections(
      {
        title: 'Facts',
        entries: [
          text(type === 'number' ? 'A number.' : 'Text.'),
          ...(version === undefined ? [] : [text(`Since version ${version}.`)]),
          ...(missing === undefined ? [] : [text(`"-" stands for it ${missing.replace(/\.$/, '')}.`)]),
          ...(isFlow ? [text(namesInWords(snake, discovered))] : []),
        ],
      },
      {
        title: closedValues ? 'Values, no others' : 'Values',
        entries: Object.entries(values).map(([value, what]) => term(value, what)),
      },
      { title: 'Examples', entries: examples.map(code) },
    ),
  };
}

function namesInWords(snake: string, discovered: string | undefined): string {
  const parsed = `In a query ${snake} after a parse`;
  return discovered === undefined
    ? `${parsed}.`
    : `${parsed}; ${discovered} where the service finds the fields by itself.`;
}

const systemFieldTopics: readonly Topic[] = [
  ['@timestamp', 'When the event happened, as the log event says: a timestamp in UTC.'],
  ['@message', 'The text of the event as it came.'],
  ['@ingestionTime', 'When CloudWatch Logs received the event.'],
  ['@logStream', 'The log stream of the event; for flow logs, the network interface.'],
  ['@log', 'The log group of the event, as account-id:name.'],
  ['@ptr', 'A pointer to the event, with which the service gives all its fields.'],
].map(([name, summary]) => ({
  kind: 'field',
  name: name!,
  aliases: [name!.slice(1)],
  place: 'every event',
  summary: summary!,
  sections: [],
}));
