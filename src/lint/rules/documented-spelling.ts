import type { Binary, Call, Node } from '../../language/ast.ts';
import type { Command } from '../../language/command-nodes.ts';
import type { Rule, RuleContext } from '../rule.ts';

export const documentedSpelling: Rule = {
  code: 'documented-spelling',
  severity: 'info',
  summary: 'A query should use the spellings that the manual knows.',
  explanation:
    'The service accepts some spellings that its manual does not mention, such as "==", "~=", "sort by", "group by" and ' +
    '"bin(@timestamp, 1h)". They may go away; the documented ones mean the same.',
  examples: [
    { wrong: 'filter level == "ERROR" | limit 20', right: 'filter level = "ERROR" | limit 20' },
    {
      wrong: 'fields @message | sort by @timestamp desc | limit 20',
      right: 'fields @message | sort @timestamp desc | limit 20',
    },
    { wrong: 'stats count(*) group by level', right: 'stats count(*) by level' },
  ],
  create: (context) => ({
    Binary: (node) => checkEquals(node, context),
    Like(node) {
      if (node.operator !== '~=') return;
      const text = node.pattern.kind === 'RegexLiteral' ? '=~' : 'like';
      replace(context, node.operatorSpan, text);
    },
    Call: (node, ancestors) => checkBin(node, ancestors, context),
    SortCommand(node) {
      const match = /^(sort|order)(\s+by)?\b/i.exec(context.textOf(node));
      if (!match || match[0].toLowerCase() === 'sort') return;
      const { start } = node.span;
      replace(context, { start, end: start + match[0].length }, 'sort');
    },
    StatsCommand: (node) => checkGroup(node, context),
  }),
};

function checkEquals({ operatorSpan }: Binary, context: RuleContext): void {
  if (context.textOf(operatorSpan) === '==') replace(context, operatorSpan, '=');
}

function checkBin(call: Call, ancestors: readonly Node[], context: RuleContext): void {
  const [time, width] = call.args;
  const name = call.name.text.toLowerCase();
  if ((name !== 'bin' && name !== 'date_floor') || !time || !width) return;
  // The text of a result without an alias is its name: changing it would rename a column.
  const names = ancestors.at(-1);
  const isRenamed = names?.kind === 'Item' && !names.alias;
  const isTimestamp = time.kind === 'Field' && time.name === '@timestamp';
  const text =
    name === 'bin' && isTimestamp
      ? `bin(${context.textOf(width)})`
      : `datefloor(${context.textOf(time)}, ${context.textOf(width)})`;
  context.report(call, `"${call.name.text}" with two arguments is not documented.`, {
    help: `Write ${text}.`,
    ...(!isRenamed && { fix: { description: `Write ${text}`, edits: [{ span: call.span, text }] } }),
  });
}

function checkGroup({ span, by, items }: Extract<Command, { kind: 'StatsCommand' }>, context: RuleContext): void {
  const [first] = by;
  const last = items.at(-1);
  if (!first || !last) return;
  const from = last.span.end;
  const match = /^[\s,]*?\b(group\s+by)\b/i.exec(
    context.textOf({ start: from, end: Math.min(first.span.start, span.end) }),
  );
  if (!match) return;
  const end = from + match[0].length;
  replace(context, { start: end - match[1]!.length, end }, 'by');
}

function replace(context: RuleContext, span: { start: number; end: number }, text: string): void {
  context.report(span, `"${context.textOf(span)}" is not documented.`, {
    help: `Write ${text} instead.`,
    fix: { description: `Write ${text}`, edits: [{ span, text }] },
  });
}
