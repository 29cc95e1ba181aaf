import type { CommandDefinition } from '../../language/command-definition.ts';
import { commands } from '../../language/commands.ts';
import { code, sections, text, type Topic } from '../topic.ts';

/** Every command of the query language. */
export function commandTopics(): Topic[] {
  return commands.map(topicOf);
}

const ages: Readonly<Record<CommandDefinition['since'], string | undefined>> = {
  classic: undefined,
  '2024': 'Came between 2024 and April 2026.',
  '2026': 'Came with the expansion of the language in mid-2026; what the service does is documented tersely.',
};

function topicOf({ keyword, aliases = [], summary, syntax, since, notes = [], examples }: CommandDefinition): Topic {
  const age = ages[since];
  return {
    kind: 'command',
    name: keyword,
    aliases: keyword === '$' ? [...aliases, 'saved query', 'saved-query'] : aliases,
    summary,
    sections: sections(
      { title: 'Written', entries: [code(syntax)] },
      {
        title: 'Notes',
        entries: [
          ...notes.map(text),
          ...(aliases.length > 0 ? [text(`Also written ${aliases.join(', ')}.`)] : []),
          ...(age === undefined ? [] : [text(age)]),
        ],
      },
      { title: 'Examples', entries: examples.map(code) },
    ),
  };
}
