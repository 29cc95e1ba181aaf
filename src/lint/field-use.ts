import type { Scope, Stage } from '../analysis/analysis.ts';
import { mayExist } from '../analysis/scope.ts';
import type { Expression, Field, Node } from '../language/ast.ts';
import { columnNameOf } from '../language/column-name.ts';
import type { Command, LookupCommand, LookupPair, StatsCommand } from '../language/command-nodes.ts';
import type { RuleContext } from './rule.ts';

/** Why a field that is used does not exist there. */
export type FieldProblem =
  /** It existed until a `stats` that does not hand it on. */
  | { readonly kind: 'dropped'; readonly at: Stage }
  /** A later command makes it. */
  | { readonly kind: 'later'; readonly at: Stage }
  | { readonly kind: 'unknown' };

/** What is wrong with a use of a field, or nothing where all is well or nothing can be known. */
export function problemOfField(
  field: Field,
  ancestors: readonly Node[],
  context: RuleContext,
): FieldProblem | undefined {
  if (!readsField(field, ancestors) || ancestors.some((node) => isHyphenated(node, context))) return undefined;
  const stage = context.stageOf(ancestors);
  const scope = context.scopeOf(ancestors);
  if (namesColumnByText(ancestors, scope, context)) return undefined;
  const { before, after } = context.changesAround(ancestors);
  if (mayExist(scope, field.name)) {
    return replacesScope(stage.command) ? undefined : laterParse(field.name, scope, after);
  }
  const later = after.find(({ input, output }) => output.fields.has(field.name) && !input.fields.has(field.name));
  if (later) return { kind: 'later', at: later };
  const dropped = before.find((earlier) => losesField(earlier, field.name));
  return dropped ? { kind: 'dropped', at: dropped } : { kind: 'unknown' };
}

/** A field node that reads a value of the event, not one that names a column to come or one of a table. */
export function readsField(field: Field, ancestors: readonly Node[]): boolean {
  const parent = ancestors.at(-1);
  switch (parent?.kind) {
    case 'Option':
    case 'SourceArgument':
      return false;
    case 'LookupPair':
      return readsLookupField(field, ancestors);
    default:
      // The sides of a join have names of their own.
      return !ancestors.some(({ kind }) => kind === 'JoinCommand') || ancestors.some(({ kind }) => kind === 'Subquery');
  }
}

/** In `lookup` the event's field stands second, in `cidrlookup` first; what comes out are columns of the table. */
function readsLookupField(field: Field, ancestors: readonly Node[]): boolean {
  const pair = ancestors.at(-1) as LookupPair;
  const command = ancestors.at(-2) as LookupCommand;
  if (!command.keys.includes(pair)) return false;
  return field === (command.keyword === 'cidrlookup' ? pair.field : (pair.alias ?? pair.field));
}

/** The alias under which a command hands a field on: "by a.b as host" makes `a.b` available as `host`. */
export function newNameOf(name: string, { command }: Stage): string | undefined {
  const groups = (command as Partial<StatsCommand>).by ?? [];
  const item = groups.find(({ expression }) => expression.kind === 'Field' && expression.name === name);
  return item && columnNameOf(item);
}

/** In a scope where anything may exist, a `parse` further down still tells that the name is its own. */
function laterParse(name: string, scope: Scope, later: readonly Stage[]): FieldProblem | undefined {
  if (scope.fields.has(name)) return undefined;
  const next = later.find(({ command }) => replacesScope(command));
  const within = next ? later.slice(0, later.indexOf(next)) : later;
  const at = within.find(({ command, output }) => {
    return (
      (command.kind === 'ParseCommand' || command.kind === 'JsonCommand') &&
      output.fields.get(name)?.origin === 'parsed'
    );
  });
  return at && { kind: 'later', at };
}

/** `sort count(*)`: the text of an expression is the name of a column that exists. */
function namesColumnByText(ancestors: readonly Node[], scope: Scope, context: RuleContext): boolean {
  return ancestors.some((node) => node.kind === 'Call' && scope.fields.has(folded(context.textOf(node))));
}

/** White space as the names of columns have it. */
export function folded(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}

function losesField({ command, input, output }: Stage, name: string): boolean {
  return replacesScope(command) && mayExist(input, name) && !mayExist(output, name);
}

/** After these only their outputs exist. */
function replacesScope(command: Command): boolean {
  return ['StatsCommand', 'PatternCommand', 'CountFrequentCommand', 'RelevantfieldsCommand'].includes(command.kind);
}

/** `a-b`, written with no blanks: most likely a name that lacks its backticks. */
export function isHyphenated(node: Node, { textOf }: Pick<RuleContext, 'textOf'>): boolean {
  if (node.kind !== 'Binary' || node.operator !== '-' || node.parenthesized) return false;
  return (
    isBareField(node.right) &&
    (isBareField(node.left) || isHyphenated(node.left, { textOf })) &&
    /^[\w@.-]+$/.test(textOf(node))
  );
}

function isBareField(node: Expression): boolean {
  return node.kind === 'Field';
}
