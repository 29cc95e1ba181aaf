import type { FunctionDefinition, Parameter } from '../functions/definition.ts';

/** How a function is called: `substr(value, start, [length]) → string`. */
export function signatureOf({ name, params, returns }: FunctionDefinition): string {
  const result = returns === 'first' || returns === 'common' ? 'any' : returns;
  return `${name}(${params.map(printParameter).join(', ')}) → ${result}`;
}

function printParameter({ name, optional, rest }: Parameter): string {
  const text = rest === true ? `${name}…` : name;
  return optional === true ? `[${text}]` : text;
}
