import type { FunctionDefinition } from './definition.ts';

/** How a function is called: `pct(field, percent)`; what may be left out is in brackets. */
export function signatureOf({ name, params }: FunctionDefinition): string {
  const parts = params.map((parameter, index) => {
    const word = `${index > 0 ? ', ' : ''}${parameter.name}${parameter.rest ? ', …' : ''}`;
    return parameter.optional ? `[${word}]` : word;
  });
  return `${name}(${parts.join('')})`;
}
