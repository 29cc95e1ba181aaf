import { columnNameOf } from '../../language/column-name.ts';
import type { Item } from '../../language/command-nodes.ts';
import type { ScopeField, Stage } from '../../analysis/analysis.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const noRedefinedField: Rule = {
  code: 'no-redefined-field',
  severity: 'warning',
  summary: 'An alias must not take the name of a field that the query already shows or made.',
  explanation:
    'The service refuses, in a later "stats", a name that one command listed and another made anew ' +
    '("Unknown symbols found in or after stats"). Two values of one name also puzzle the reader. Choose a new name.',
  examples: [
    {
      wrong: 'fields source | fields coalesce(source, "unknown") as source | stats count(*) by source',
      right: 'fields coalesce(source, "unknown") as origin | stats count(*) by origin',
    },
    {
      wrong: 'parse @message "user=* " as user | parse @message "account=* " as user | limit 20',
      right: 'parse @message "user=* " as user | parse @message "account=* " as account | limit 20',
    },
  ],
  create: (context) => ({
    FieldsCommand(command, ancestors) {
      checkItems(command.items, context.stageOf([...ancestors, command]), context.stagesOf(ancestors), context);
    },
    ParseCommand(command, ancestors) {
      const stage = context.stageOf([...ancestors, command]);
      for (const field of madeBy(stage)) {
        if (stage.input.fields.get(field.name)?.madeAt) report(field.name, field.madeAt!, context);
      }
    },
  }),
};

function checkItems(items: readonly Item[], stage: Stage, stages: readonly Stage[], context: RuleContext): void {
  const shown = stages[stages.indexOf(stage) - 1]?.columns ?? [];
  const isChosen = stages.slice(0, stages.indexOf(stage)).some(({ command }) => command.kind === 'FieldsCommand');
  for (const item of items) {
    if (!item.alias || (item.expression.kind === 'Field' && item.expression.name === columnNameOf(item))) continue;
    const name = columnNameOf(item);
    const before = stage.input.fields.get(name);
    const isShown = isChosen && shown.some((column) => column.name === name && !column.hidden);
    if (before?.madeAt || isShown) report(name, item.alias.span, context);
  }
}

function report(name: string, place: { start: number; end: number }, context: RuleContext): void {
  context.report(place, `"${name}" already exists here; the new value hides it.`, {
    help: 'Choose a name that is not taken.',
  });
}

function madeBy({ input, output }: Stage): ScopeField[] {
  return [...output.fields.values()].filter((field) => field !== input.fields.get(field.name) && field.madeAt);
}
