import type { Command, Item } from '../language/command-nodes.ts';
import { columnNameOf } from '../language/column-name.ts';
import type { Query } from '../language/ast.ts';
import { visit } from '../language/visitor.ts';
import { invalid } from './refusal.ts';

/** Throws where the service was seen to refuse a command at its place although SQL could say it. */
export function refuseAsService(command: Command, { commands }: Query): void {
  const before = commands.slice(0, commands.indexOf(command));
  if (!mayFollowDedup.has(command.kind) && before.some(({ kind }) => kind === 'DedupCommand')) {
    throw invalid(
      command.span,
      'only-limit-after-dedup',
      'Only "limit" may follow "dedup".',
      'Move this command before it.',
    );
  }
  if (command.kind === 'ParseCommand' && command.mode.kind === 'ParseRegex') {
    const { multi, names, span } = command.mode;
    if (multi && names.length > 0) {
      throw invalid(
        span,
        'no-names-with-multi',
        'Names after "as" cannot stand beside "multi".',
        'Name the groups: (?<name>…).',
      );
    }
  }
  if (command.kind === 'StatsCommand') refuseRedefined([...command.items, ...command.by], before);
}

/** The manual shows a choice of columns behind dedup; of all others the service refuses what was tried. */
const mayFollowDedup: ReadonlySet<Command['kind']> = new Set(['LimitCommand', 'FieldsCommand', 'DisplayCommand']);

/** A field that one command showed as it is and another made anew is unknown to stats. */
function refuseRedefined(items: readonly Item[], before: readonly Command[]): void {
  const redefined = redefinedNames(before);
  if (redefined.size === 0) return;
  for (const item of items) {
    visit(item, {
      Field: ({ name, span }) => {
        if (!redefined.has(name)) return;
        throw invalid(
          span,
          'no-redefined-field',
          `"${name}" was shown by one command and made anew by another: stats does not know it then.`,
          'Give the new value a name of its own.',
        );
      },
    });
  }
}

function redefinedNames(before: readonly Command[]): ReadonlySet<string> {
  const shown = new Set<string>();
  const redefined = new Set<string>();
  for (const command of before) {
    if (command.kind === 'StatsCommand') {
      shown.clear();
      redefined.clear();
    }
    if (command.kind !== 'FieldsCommand') continue;
    for (const item of command.items) {
      const name = columnNameOf(item);
      const isPlain = item.expression.kind === 'Field' && item.expression.name === name;
      if (!isPlain && shown.has(name)) redefined.add(name);
    }
    for (const item of command.items) {
      if (item.expression.kind === 'Field' && item.alias === undefined) shown.add(item.expression.name);
    }
  }
  return redefined;
}
