import { didYouMean } from '../../text/did-you-mean.ts';
import { newNameOf, problemOfField } from '../field-use.ts';
import { namesInWords } from '../place.ts';
import type { Rule } from '../rule.ts';

export const unknownSortKey: Rule = {
  code: 'unknown-sort-key',
  severity: 'error',
  summary: 'A sort key must name a field or a result that exists.',
  explanation:
    'Sorting by a name that no row has leaves the rows in no order. After "stats" the names are its group keys and aliases; ' +
    'a result without an alias is called by its text, such as `count(*)` in backticks.',
  examples: [
    {
      wrong: 'stats count(*) as hits by srcAddr | sort count desc',
      right: 'stats count(*) as hits by srcAddr | sort hits desc',
    },
    {
      wrong: 'fields srcAddr, bytes | sort duration desc | limit 20',
      right: 'fields srcAddr, bytes | sort bytes desc | limit 20',
      format: 'vpc-default',
    },
  ],
  create: (context) => ({
    Field(field, ancestors) {
      if (ancestors.at(-1)?.kind !== 'SortKey') return;
      const problem = problemOfField(field, ancestors, context);
      if (problem?.kind !== 'unknown' && problem?.kind !== 'dropped') return;
      const newName = problem.kind === 'dropped' ? newNameOf(field.name, problem.at) : undefined;
      if (newName !== undefined) {
        context.report(field, `After the "stats" field "${field.name}" is called "${newName}".`, {
          severity: 'warning',
          help: `Write ${newName}.`,
        });
        return;
      }
      const scope = context.scopeOf(ancestors);
      const names = [...scope.fields.keys()].filter((name) => name !== '@ptr');
      const hint = didYouMean(field.name, names);
      const isByTime = field.name === '@timestamp' && names.some((name) => /^(bin|datefloor|dateceil)\b/i.test(name));
      context.report(
        field,
        `Nothing called "${field.name}" exists here to sort by.${isByTime ? '' : hint}`,
        // The service's own samples sort by @timestamp after "by bin(…)"; what that does is not known.
        isByTime
          ? { severity: 'warning', help: 'Give the bin an alias, by bin(5m) as time, and sort by that.' }
          : {
              help:
                problem.kind === 'dropped' ? `The "stats" leaves ${namesInWords(names.slice(0, 12))}.` : fieldAdvice,
            },
      );
    },
  }),
};

const fieldAdvice = 'Sort by a field of the log format, or by one that the query makes.';
