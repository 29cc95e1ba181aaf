import type { Scope, Stage } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import { itemScopes } from '../analysis/effects/fields.ts';
import { type AnalysisOptions, makeScope } from '../analysis/scope.ts';
import type { Node, Query } from '../language/ast.ts';
import type { Item } from '../language/command-nodes.ts';

/** The stages around any node of a query, those of subqueries too. */
export interface Scopes {
  readonly stagesOf: (ancestors: readonly Node[]) => readonly Stage[];
  readonly stageOf: (ancestors: readonly Node[]) => Stage | undefined;
  readonly scopeOf: (ancestors: readonly Node[]) => Scope;
}

const openScope = makeScope([], true);

/** Analyses the query now, and a subquery when a node in it is asked for. */
export function scopesOf(root: Query, options: AnalysisOptions): Scopes {
  const analyses = new Map<Query, readonly Stage[]>([[root, analyze(root, options).stages]]);

  function stagesOf(ancestors: readonly Node[]): readonly Stage[] {
    const query = ancestors.findLast((node) => node.kind === 'Query');
    if (!query) return [];
    let stages = analyses.get(query);
    if (!stages) {
      // A subquery reads other log groups: nothing is known about their events.
      stages = analyze(query).stages;
      analyses.set(query, stages);
    }
    return stages;
  }

  function stageOf(ancestors: readonly Node[]): Stage | undefined {
    const at = ancestors.findLastIndex((node) => node.kind === 'Query');
    const command = ancestors[at + 1];
    return stagesOf(ancestors).find((stage) => stage.command === command);
  }

  function scopeOf(ancestors: readonly Node[]): Scope {
    const stage = stageOf(ancestors);
    if (!stage) return openScope;
    const item = ancestors.findLast((node) => node.kind === 'Item');
    return item ? scopeOfItem(item, stage) : stage.input;
  }

  return { stagesOf, stageOf, scopeOf };
}

/** An item may use the aliases of those before it in its list. */
function scopeOfItem(item: Item, { command, input }: Stage): Scope {
  switch (command.kind) {
    case 'FieldsCommand':
    case 'DisplayCommand':
      return itemScopes(command.items, input, 'computed')[command.items.indexOf(item)] ?? input;
    case 'StatsCommand':
      return itemScopes(command.items, input, 'aggregate')[command.items.indexOf(item)] ?? input;
    default:
      return input;
  }
}
