import { describe, expect, it } from 'vitest';
import { parseClause } from '../../src/generate/parse-clause.ts';
import { printCommand } from '../../src/language/print.ts';
import { applyFixes } from '../../src/lint/apply-fixes.ts';
import { parseMatchesFormat } from '../../src/lint/rules/parse-matches-format.ts';
import { findingsOf, formatOf } from '../support/test-rule.ts';

const format = '${srcaddr} ${dstaddr} ${flow-direction} ${action}';

async function fixed(query: string, over: string = format): Promise<string> {
  const findings = await findingsOf(parseMatchesFormat, query, {
    format: over,
    parseClauseOf: (known, style) => printCommand(parseClause(known, style)),
  });
  expect(findings).toHaveLength(1);
  return applyFixes(query, findings);
}

describe('the fix of parse-matches-format', () => {
  it('writes the parse from the format', async () => {
    expect(await fixed('parse @message "* * *" as srcaddr, action, dstaddr | limit 5')).toBe(
      'parse @message "* * * *" as srcaddr, dstaddr, flow_direction, action | limit 5',
    );
  });

  it('keeps names in camel case', async () => {
    expect(await fixed('parse @message "* * *" as srcAddr, flowDirection, dstAddr | limit 5')).toBe(
      'parse @message "* * * *" as srcAddr, dstAddr, flowDirection, action | limit 5',
    );
  });

  it('mends 31 stars for 29 names', async () => {
    const { fields } = formatOf('vpc-v5');
    const names = fields.map(({ name }) => name.replaceAll('-', '_')).join(', ');
    const clause = (stars: number) => `parse @message "${Array<string>(stars).fill('*').join(' ')}" as ${names}`;
    const mended = await fixed(`${clause(31)}\n| limit 5`, 'vpc-v5');
    expect(mended.replace(/\s+/g, ' ')).toBe(`${clause(29)} | limit 5`);
  });

  it('leaves a name of its own that the query uses', async () => {
    const query =
      'parse @message "* * * * *" as srcaddr, dstaddr, flow_direction, verdict, more | filter verdict = "REJECT"';
    expect(await fixed(query)).toBe(query);
  });
});
