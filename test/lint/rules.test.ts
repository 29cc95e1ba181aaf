import { describe, expect, it } from 'vitest';
import { findRule, rules } from '../../src/lint/rules.ts';
import { findingsOf } from '../support/test-rule.ts';

const examples = rules.flatMap((rule) => rule.examples.map((example) => ({ code: rule.code, rule, ...example })));

describe('rules', () => {
  it('have codes of their own', () => {
    expect(new Set(rules.map(({ code }) => code)).size).toBe(rules.length);
  });

  it('are found by their code', () => {
    expect(findRule('bin-width')?.code).toBe('bin-width');
    expect(findRule('no-such-rule')).toBeUndefined();
  });

  it.each(rules)('$code says what and why in whole sentences', ({ summary, explanation }) => {
    expect(summary).toMatch(/^\S.*\.$/);
    expect(explanation).toMatch(/^\S.*\.$/);
  });
});

describe('examples of the rules', () => {
  it.each(examples)('$code flags: $wrong', async ({ rule, wrong, format, parameters }) => {
    expect(await findingsOf(rule, wrong, { ...(format && { format }), ...(parameters && { parameters }) })).not.toEqual(
      [],
    );
  });

  it.each(examples)('$code lets pass: $right', async ({ rule, right, format, parameters }) => {
    expect(await findingsOf(rule, right, { ...(format && { format }), ...(parameters && { parameters }) })).toEqual([]);
  });

  it.each(rules)('$code has one', ({ examples }) => {
    expect(examples).not.toEqual([]);
  });
});
