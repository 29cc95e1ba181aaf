import type { OutputColumn } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import type { AnalysisOptions } from '../analysis/scope.ts';
import type { Query } from '../language/ast.ts';
import { printCommand } from '../language/print.ts';
import { wrap } from '../text/wrap.ts';
import { describeCommand } from './describe-command.ts';

/** A stage of a query in plain words. */
export interface ExplainedStage {
  /** The stage as `fmt` would print it. */
  readonly text: string;
  readonly meaning: string;
  /** The columns that the answer would have if the query ended here. */
  readonly columns: readonly OutputColumn[];
}

/** What a query does, stage by stage. */
export function explainQuery(query: Query, options: AnalysisOptions = {}): readonly ExplainedStage[] {
  return analyze(query, options).stages.map(({ command, columns }) => ({
    text: printCommand(command),
    meaning: describeCommand(command),
    columns: columns.filter(({ hidden }) => !hidden),
  }));
}

/** The stages as a person reads them; columns are named where a stage changes them. */
export function printStages(stages: readonly ExplainedStage[], width: number): string {
  let before = '';
  return stages
    .map(({ text, meaning, columns }, index) => {
      const names = columns.map(nameAndType).join(', ');
      const isChanged = names !== before;
      before = names;
      const number = `${index + 1}. `;
      const lines = [
        `${number}${text.split('\n').join(`\n${' '.repeat(number.length)}`)}`,
        `   ${wrap(meaning, 3, width)}`,
        ...(isChanged ? [`   Columns: ${wrap(names === '' ? 'not known' : names, 12, width)}`] : []),
      ];
      return `${lines.join('\n')}\n`;
    })
    .join('\n');
}

function nameAndType({ name, type }: OutputColumn): string {
  return type === 'any' || type === 'string' ? name : `${name} (${type})`;
}
