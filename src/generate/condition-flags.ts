import type { Expression } from '../language/ast.ts';
import { binary, call, field, like, regex, string, unary } from '../language/build.ts';
import { quoteRegex } from '../language/quote.ts';
import { cidrFamily } from './address.ts';
import { requireColumn, type Columns } from './columns.ts';
import { TemplateError } from './template-error.ts';
import { readCondition } from './where.ts';

/** Flags that add a filter to any template. */
export interface ConditionFlags {
  /** Conditions in the query language, on the format's fields. */
  readonly where?: readonly string[];
  readonly ingress?: boolean;
  readonly egress?: boolean;
  /** `FIELD=PREFIX` or `FIELD=CIDR`: records whose field starts so, or lies in the range, are left out. */
  readonly exclude?: readonly string[];
}

/** The conditions that the flags ask for, in the order of the help. */
export function conditionsOf(flags: ConditionFlags, columns: Columns): readonly Expression[] {
  if (flags.ingress && flags.egress) {
    throw new TemplateError('--ingress and --egress exclude each other: no record has both directions.');
  }
  return [
    ...(flags.where ?? []).map((text) => readCondition(text, columns)),
    ...(flags.ingress ? [direction('ingress', columns)] : []),
    ...(flags.egress ? [direction('egress', columns)] : []),
    ...(flags.exclude ?? []).map((text) => exclusion(text, columns)),
  ];
}

function direction(value: 'ingress' | 'egress', columns: Columns): Expression {
  const column = requireColumn(columns, 'flow-direction', `--${value} needs`);
  return binary(field(column.name), '=', string(value));
}

/** `like "10."` would find a substring and drop 110.1.1.1 too; so a prefix becomes an anchored regex. */
function exclusion(text: string, columns: Columns): Expression {
  const [, spelling, value] = /^([^=]+)=(.+)$/s.exec(text) ?? [];
  if (spelling === undefined || value === undefined) {
    throw new TemplateError(`--exclude takes FIELD=PREFIX or FIELD=CIDR, such as srcaddr=10., not "${text}".`);
  }
  const { name, field: formatField } = requireColumn(columns, spelling.trim(), '--exclude names');
  const canBeRange = formatField.definition === undefined || formatField.definition.kind === 'address';
  if (canBeRange && cidrFamily(value)) return unary('not', call('isIpInSubnet', field(name), string(value)));
  if (formatField.definition?.kind === 'address' && !/^[0-9a-f:.]+$/i.test(value)) {
    throw new TemplateError(
      `--exclude ${spelling}=${value}: give the start of an address, or a range such as 10.0.0.0/8.`,
    );
  }
  return like(field(name), regex(`^${quoteRegex(value)}`), { negated: true });
}
