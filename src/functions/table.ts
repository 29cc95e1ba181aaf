import { aggregateFunctions } from './aggregate.ts';
import { datetimeFunctions } from './datetime.ts';
import type { FunctionDefinition } from './definition.ts';
import { generalFunctions } from './general.ts';
import { ipFunctions } from './ip.ts';
import { jsonFunctions } from './json.ts';
import { numericFunctions } from './numeric.ts';
import { stringFunctions } from './string.ts';

/** Every function of the query language. */
export const functions: readonly FunctionDefinition[] = [
  ...aggregateFunctions,
  ...generalFunctions,
  ...numericFunctions,
  ...stringFunctions,
  ...datetimeFunctions,
  ...ipFunctions,
  ...jsonFunctions,
];

const byName: ReadonlyMap<string, FunctionDefinition> = new Map(
  functions.flatMap((definition) =>
    [definition.name, ...(definition.aliases ?? [])].map((name): [string, FunctionDefinition] => [
      name.toLowerCase(),
      definition,
    ]),
  ),
);

/** The function that a name calls, in any case and under any of its names. */
export function findFunction(name: string): FunctionDefinition | undefined {
  return byName.get(name.toLowerCase());
}

/** Every name of every function, as the manual spells it. */
export const functionNames: readonly string[] = functions.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
