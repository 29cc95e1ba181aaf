import { didYouMean } from '../../text/did-you-mean.ts';
import type { Rule } from '../rule.ts';

/** The service takes as many parameters in a saved query. */
const mostParameters = 20;

export const declaredParameters: Rule = {
  code: 'declared-parameters',
  severity: 'error',
  summary: 'Parameters of a saved query must be declared and used.',
  explanation:
    'The service refuses a saved query that uses a parameter it does not declare. One that is declared and never used asks ' +
    'for a value that changes nothing. A saved query may have 20 parameters.',
  examples: [
    {
      wrong: 'filter level = {{levle}} | limit {{rows}}',
      right: 'filter level = {{level}} | limit {{rows}}',
      parameters: ['level', 'rows'],
    },
  ],
  create: (context) => {
    const { parameters, source } = context;
    return {
      Query(query, ancestors) {
        if (!parameters || ancestors.length > 0) return;
        const places = placeholdersIn(source.text);
        for (const { name, start, end } of places) {
          if (parameters.includes(name)) continue;
          context.report({ start, end }, `Parameter "${name}" is not declared.${didYouMean(name, parameters)}`);
        }
        const names = new Set(places.map(({ name }) => name));
        for (const name of parameters) {
          if (names.has(name)) continue;
          context.report(
            { start: query.span.start, end: query.span.start + 1 },
            `Parameter "${name}" is declared but never used.`,
            {
              severity: 'warning',
            },
          );
        }
        if (parameters.length > mostParameters) {
          context.report(query, `A saved query may have ${mostParameters} parameters, not ${parameters.length}.`);
        }
      },
    };
  },
};

/** In strings and regular expressions too: the service puts the values into the text before it reads it. */
function placeholdersIn(text: string): { name: string; start: number; end: number }[] {
  return [...text.matchAll(/#[^\n]*|\{\{([A-Za-z_]\w*)\}\}/g)].flatMap(({ 0: match, 1: name, index }) =>
    name === undefined ? [] : [{ name, start: index, end: index + match.length }],
  );
}
