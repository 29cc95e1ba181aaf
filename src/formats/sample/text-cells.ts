import type { FormatField } from '../format.ts';
import type { Random } from './random.ts';

const words = ['alpha', 'beta', 'gamma', 'delta', '-'];

/** Values without white space for a field that the record's model knows nothing of. */
export function textCell({ definition }: Pick<FormatField, 'definition'>, random: Random): () => string {
  const examples = definition?.examples?.filter((example) => !/\s/.test(example)) ?? [];
  const choices = examples.length > 0 ? examples : words;
  return () => random.pick(choices);
}
