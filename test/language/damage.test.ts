import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from '../../src/language/parse.ts';
import { lint } from '../../src/lint/lint.ts';
import type { Diagnostic } from '../../src/text/diagnostic.ts';
import { commands } from '../../src/language/commands.ts';
import { damagesOf, seededRandom, type Damage } from '../support/damage.ts';

const folder = join(import.meta.dirname, '../../queries');
const saved = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.cwli'))
  .sort()
  .map((file) => readFileSync(join(folder, file), 'utf8'));
const queries = [...saved, ...commands.flatMap(({ examples }) => examples)];

function errorsOf(text: string): Diagnostic[] {
  const { query, diagnostics } = parse(text);
  const linted = lint(query, { source: { name: '<query>', text } });
  return [...diagnostics, ...linted].filter(({ severity }) => severity === 'error');
}

describe('damage to a query', () => {
  it('is reported inside the damaged stage in 95 of 100 cases', () => {
    const random = seededRandom(7);
    const sound = queries.filter((text) => errorsOf(text).length === 0);
    const damages = [1, 2, 3]
      .flatMap(() => sound.flatMap((text) => damagesOf(text, random)))
      .filter((damage) => !damage.isStillRight);
    const missed = damages.filter((damage) => !errorsOf(damage.text).some((error) => isInside(damage, error)));
    expect(damages.length).toBeGreaterThan(300);
    expect(missed.length / damages.length, missed.map(({ what, text }) => `${what}: ${text}`).join('\n')).toBeLessThan(
      0.05,
    );
  });
});

function isInside({ start, end }: Damage, { span }: Diagnostic): boolean {
  return span.start >= start && span.start <= end;
}
