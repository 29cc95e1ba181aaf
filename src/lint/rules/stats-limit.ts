import type { Call } from '../../language/ast.ts';
import type { StatsCommand } from '../../language/command-nodes.ts';
import { keywordSpan } from '../place.ts';
import type { Rule } from '../rule.ts';

/** As many `stats` as a query may have in log groups of the standard class. */
const mostStats = 10;

export const statsLimit: Rule = {
  code: 'stats-limit',
  severity: 'error',
  summary: 'A query may have ten "stats", and only the first can use bin().',
  explanation:
    'After the first "stats" the events and their @timestamp are gone, so bin() has nothing to work on: ' +
    'give the first bin an alias and round that with datefloor(). Log groups of the Infrequent Access class allow two "stats".',
  examples: [
    {
      wrong: 'stats count(*) as hits by bin(1m), srcAddr | stats max(hits) by bin(10m)',
      right: 'stats count(*) as hits by bin(1m) as time, srcAddr | stats max(hits) by datefloor(time, 10m)',
    },
  ],
  create: (context) => ({
    Query({ commands }) {
      const extra = commands.filter((command) => command.kind === 'StatsCommand')[mostStats];
      if (!extra) return;
      context.report(keywordSpan(extra, context.source.text), `A query may have at most ${mostStats} "stats".`, {
        help: 'Merge some of them.',
      });
    },
    Call(call, ancestors) {
      const command = ancestors.findLast((node) => node.kind === 'StatsCommand');
      if (
        !command ||
        !readsTimestamp(call) ||
        !follows(
          command,
          context.stagesOf(ancestors).map((stage) => stage.command),
        )
      )
        return;
      const scope = context.scopeOf(ancestors);
      if (scope.isOpen || scope.fields.has('@timestamp')) return;
      const time = [...scope.fields.values()].find(({ type }) => type === 'timestamp');
      const width = context.textOf(call.args[0]!);
      context.report(call, `"${context.textOf(call)}" needs @timestamp, which an earlier "stats" has dropped.`, {
        help:
          time && /^@?\w+$/.test(time.name)
            ? `Write datefloor(${time.name}, ${width}).`
            : 'Give the bin of the earlier "stats" an alias, by bin(5m) as time, and write datefloor(time, 1h) here.',
      });
    },
  }),
};

/** `bin(5m)`; the form with two arguments names its own time. */
function readsTimestamp({ name, args }: Call): boolean {
  return name.text.toLowerCase() === 'bin' && args.length === 1;
}

function follows(command: StatsCommand, commands: readonly unknown[]): boolean {
  return commands.indexOf(command) > 0;
}
