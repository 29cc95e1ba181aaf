import type { Scope, Stage } from '../analysis/analysis.ts';
import { analyze } from '../analysis/analyze.ts';
import { itemScopes } from '../analysis/effects/fields.ts';
import type { AnalysisOptions } from '../analysis/scope.ts';
import type { Node, Query } from '../language/ast.ts';
import type { DisplayCommand, FieldsCommand, Item, StatsCommand } from '../language/command-nodes.ts';

/** The stages around any node of a query, those of subqueries too. */
export interface Scopes {
  readonly stagesOf: (ancestors: readonly Node[]) => readonly Stage[];
  readonly stageOf: (ancestors: readonly Node[]) => Stage;
  readonly changesAround: (ancestors: readonly Node[]) => ScopeChanges;
  readonly scopeOf: (ancestors: readonly Node[]) => Scope;
}

/** The stages before and after a place that change which fields there are. */
export interface ScopeChanges {
  readonly before: readonly Stage[];
  readonly after: readonly Stage[];
}

/** The stages of one query, found by their command. */
interface Stages {
  readonly all: readonly Stage[];
  readonly byCommand: ReadonlyMap<Node, Stage>;
  readonly changing: readonly Stage[];
  /** How many changing stages come before each stage. */
  readonly changesBefore: ReadonlyMap<Stage, number>;
}

/** Analyses the query now, and a subquery when a node in it is asked for. */
export function scopesOf(root: Query, options: AnalysisOptions): Scopes {
  const analyses = new Map<Query, Stages>([[root, indexed(analyze(root, options).stages)]]);
  const itemScopesOf = new Map<Stage, ReadonlyMap<Item, Scope>>();

  function stagesAround(ancestors: readonly Node[]): Stages {
    const query = ancestors.findLast((node) => node.kind === 'Query')!;
    let stages = analyses.get(query);
    if (!stages) {
      // A subquery reads other log groups: nothing is known about their events.
      stages = indexed(analyze(query).stages);
      analyses.set(query, stages);
    }
    return stages;
  }

  function stageOf(ancestors: readonly Node[]): Stage {
    const command = ancestors[ancestors.findLastIndex((node) => node.kind === 'Query') + 1];
    return stagesAround(ancestors).byCommand.get(command!)!;
  }

  function changesAround(ancestors: readonly Node[]): ScopeChanges {
    const { changing, changesBefore } = stagesAround(ancestors);
    const stage = stageOf(ancestors);
    const index = changesBefore.get(stage)!;
    return {
      before: changing.slice(0, index),
      after: changing.slice(changing[index] === stage ? index + 1 : index),
    };
  }

  function scopeOf(ancestors: readonly Node[]): Scope {
    const stage = stageOf(ancestors);
    const item = ancestors.findLast((node) => node.kind === 'Item');
    return item ? scopeOfItem(item, stage) : stage.input;
  }

  /** An item may use the aliases of those before it in its list. */
  function scopeOfItem(item: Item, stage: Stage): Scope {
    let scopes = itemScopesOf.get(stage);
    if (!scopes) {
      scopes = scopesByItem(stage);
      itemScopesOf.set(stage, scopes);
    }
    return scopes.get(item) ?? stage.input;
  }

  return { stagesOf: (ancestors) => stagesAround(ancestors).all, stageOf, changesAround, scopeOf };
}

function indexed(all: readonly Stage[]): Stages {
  const changing: Stage[] = [];
  const changesBefore = new Map<Stage, number>();
  for (const stage of all) {
    changesBefore.set(stage, changing.length);
    if (stage.input !== stage.output) changing.push(stage);
  }
  return { all, byCommand: new Map(all.map((stage) => [stage.command, stage])), changing, changesBefore };
}

function scopesByItem({ command, input }: Stage): ReadonlyMap<Item, Scope> {
  // Only fields, display and stats hold items.
  const { items } = command as FieldsCommand | DisplayCommand | StatsCommand;
  const scopes = itemScopes(items, input, command.kind === 'StatsCommand' ? 'aggregate' : 'computed');
  return new Map(items.map((item, index) => [item, scopes[index]!]));
}
