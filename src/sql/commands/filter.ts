import type { Binary, Expression, In, Like } from '../../language/ast.ts';
import { literalNumber } from '../coerce.ts';
import type { CompileCommand } from '../command.ts';
import { compileCondition, compileExpression } from '../expression.ts';
import { scopeOf, type Flow } from '../flow.ts';
import type { Prefilter } from '../pipeline.ts';
import { join, literal, sql, sqlString, type SqlValue } from '../value.ts';

export const filter: CompileCommand<'FilterCommand'> = ({ condition }, flow) => keepRows(condition, flow);

export const filterIndex: CompileCommand<'FilterIndexCommand'> = ({ condition }, flow) => keepRows(condition, flow);

/** Keeps the rows for which the condition is true; missing is not true. */
function keepRows(condition: Expression, flow: Flow): void {
  const test = compileCondition(condition, scopeOf(flow), true);
  for (const part of conjuncts(condition)) {
    const early = prefilterOf(part, flow);
    if (early) flow.pipeline.prefilter(early);
  }
  flow.pipeline.stage({ where: test.sql });
  if (flow.matchedAt === undefined) flow.filters++;
}

function conjuncts(condition: Expression): Expression[] {
  if (condition.kind === 'Binary' && condition.operator === 'and') {
    return [...conjuncts(condition.left), ...conjuncts(condition.right)];
  }
  return [condition];
}

/**
 * A cheap condition on the whole message that is true wherever the given one is: a part of the message can equal a text,
 * or hold it, only if the message holds it. Not so for numbers: `22.0` equals 22.
 */
function prefilterOf(condition: Expression, flow: Flow): Prefilter | undefined {
  switch (condition.kind) {
    case 'Binary':
      return condition.operator === '=' ? equalityPrefilter(condition, flow) : undefined;
    case 'In':
      return condition.negated ? undefined : membershipPrefilter(condition, flow);
    case 'Like':
      return condition.negated ? undefined : substringPrefilter(condition, flow);
    default:
      return undefined;
  }
}

function equalityPrefilter({ left, right }: Binary, flow: Flow): Prefilter | undefined {
  const [subject, text] = left.kind === 'StringLiteral' ? [right, left] : [left, right];
  if (text.kind !== 'StringLiteral') return undefined;
  return holds(knownField(subject, flow), text.value);
}

function membershipPrefilter({ value, set }: In, flow: Flow): Prefilter | undefined {
  if (set.kind !== 'List' || set.items.length === 0 || set.items.length > 8) return undefined;
  const subject = knownField(value, flow);
  const tests = set.items.map((item) => (item.kind === 'StringLiteral' ? holds(subject, item.value) : undefined));
  const known = tests.filter((test) => test !== undefined);
  if (known.length < tests.length) return undefined;
  const conditions = known.map(({ condition }) => condition);
  return {
    condition: sql`(${join(conditions, ' OR ')})`,
    keeps: (message) => known.some(({ keeps }) => keeps(message)),
  };
}

function substringPrefilter({ value, pattern, operator }: Like, flow: Flow): Prefilter | undefined {
  if (pattern.kind !== 'StringLiteral' || operator !== 'like') return undefined;
  const subject = knownField(value, flow);
  return subject?.substringOf === undefined ? undefined : contains(subject.substringOf, pattern.value);
}

/** The message must hold a text that something inside it equals, unless the text could be a number spelled otherwise. */
function holds(subject: SqlValue | undefined, text: string): Prefilter | undefined {
  if (subject?.substringOf === undefined || literalNumber(literal(text)) !== undefined) return undefined;
  return contains(subject.substringOf, text);
}

function contains(message: string, text: string): Prefilter | undefined {
  if (text === '') return undefined;
  return { condition: sql`contains(${message}, ${sqlString(text)})`, keeps: (line) => line.includes(text) };
}

function knownField(expression: Expression, flow: Flow): SqlValue | undefined {
  return expression.kind === 'Field' ? compileExpression(expression, scopeOf(flow)) : undefined;
}
