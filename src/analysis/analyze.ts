import type { Query } from '../language/ast.ts';
import type { Analysis, Stage } from './analysis.ts';
import { applyCommand } from './effects.ts';
import { columnsOf, type Pipeline } from './pipeline.ts';
import { eventScope, type AnalysisOptions } from './scope.ts';

/** For each command the fields before and after it, and the columns of the answer. */
export function analyze(query: Query, options: AnalysisOptions = {}): Analysis {
  let pipeline: Pipeline = { scope: eventScope(options), projection: { kind: 'default' }, isAggregated: false };
  const stages: Stage[] = [];
  for (const command of query.commands) {
    const input = pipeline.scope;
    pipeline = applyCommand(command, pipeline, options);
    stages.push({ command, input, output: pipeline.scope, columns: columnsOf(pipeline) });
  }
  return { stages, columns: columnsOf(pipeline), isAggregated: pipeline.isAggregated };
}
