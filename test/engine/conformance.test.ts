import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCases, refusedByService } from '../support/conformance/case.ts';
import { readEventsOf } from '../support/conformance/events.ts';
import { engineAnswer } from '../support/conformance/engine-answer.ts';

const cases = readCases(resolve(import.meta.dirname, '../conformance'));

describe('conformance', () => {
  it.each(cases)('$name', async (conformanceCase) => {
    const { expected } = conformanceCase;
    expect(expected.source).not.toBe('');
    // The service takes events up to two hours ahead, and some move by whole hours.
    const times = readEventsOf(conformanceCase.input).map(({ timestamp }) => timestamp);
    expect(Math.max(...times) - Math.min(...times)).toBeLessThanOrEqual(3_600_000);
    const answer = await engineAnswer(conformanceCase);
    if (!('refused' in expected)) expect(answer).toEqual({ rows: expected.rows });
    // A refusal recorded from the service names no finding: ours may have any.
    else if (expected.refused === refusedByService) expect(answer).toHaveProperty('refused');
    else expect(answer).toEqual({ refused: expected.refused });
  });
});
