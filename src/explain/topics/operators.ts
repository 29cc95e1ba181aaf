import { literals } from '../literals.ts';
import { operators, type OperatorDefinition } from '../operators.ts';
import { code, sections, text, type Topic, type TopicKind } from '../topic.ts';

/** Every operator of the query language. */
export function operatorTopics(): Topic[] {
  return operators.map((definition) => topicOf(definition, 'operator'));
}

/** What else can be written in a query. */
export function literalTopics(): Topic[] {
  return literals.map((definition) => topicOf(definition, 'literal'));
}

function topicOf(definition: OperatorDefinition, kind: TopicKind): Topic {
  const { name, aliases = [], syntax, summary, notes, examples } = definition;
  return {
    kind,
    name,
    aliases,
    summary,
    sections: sections(
      { title: 'Written', entries: [code(syntax)] },
      { title: 'Notes', entries: notes.map(text) },
      { title: 'Examples', entries: examples.map(code) },
    ),
  };
}
