import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

export const singleDisplay: Rule = {
  code: 'single-display',
  severity: 'warning',
  summary: 'Only the last "display" counts.',
  explanation: 'Each "display" replaces the one before it, so an earlier one shows nothing unless it makes a field.',
  examples: [
    {
      wrong: 'display @timestamp, host | display @message | limit 20',
      right: 'display @timestamp, host, @message | limit 20',
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      const lastStats = commands.findLastIndex(({ kind }) => kind === 'StatsCommand');
      const displays = commands.filter((command, index) => command.kind === 'DisplayCommand' && index > lastStats);
      for (const command of displays.slice(0, -1)) {
        // One that makes fields has a use.
        if (command.kind !== 'DisplayCommand' || command.items.some(({ alias }) => alias)) continue;
        context.report(keywordSpan(command, context.source.text), 'A later "display" replaces this one.', {
          help: 'Name all columns in one "display".',
        });
      }
    },
  }),
};
