import type { FieldDefinition } from '../../formats/format.ts';
import type { Binary, Field, In, Like, Node, StringLiteral } from '../../language/ast.ts';
import { quoteString } from '../../language/quote.ts';
import { nearest } from '../../text/did-you-mean.ts';
import { definitionOf } from '../definitions.ts';
import { comparedValues, isEquality, isString, namesInWords } from '../place.ts';
import type { Rule } from '../rule.ts';

export const unknownValue: Rule = {
  code: 'unknown-value',
  severity: 'error',
  summary: 'A field of fixed values must be compared with one of them.',
  explanation:
    'Fields such as action, log-status or flow-direction hold one of a few words, and comparison tells upper from lower case. ' +
    'Another word never matches, and the service does not say so.',
  examples: [
    {
      wrong: 'filter action = "REJECTED" | limit 20',
      right: 'filter action = "REJECT" | limit 20',
      format: 'vpc-default',
    },
    {
      wrong: 'filter logStatus in ["ok"] | limit 20',
      right: 'filter logStatus in ["OK"] | limit 20',
      format: 'vpc-default',
    },
  ],
  create: (context) => {
    function check(node: Binary | In | Like, ancestors: readonly Node[]): void {
      const scope = context.scopeOf([...ancestors, node]);
      for (const { field, value, operator } of comparedValues(node)) {
        const definition = definitionOf(field, scope);
        if (!definition?.closedValues || !definition.values || !isString(value)) continue;
        if (isPossible(value.value, definition, isEquality(operator))) continue;
        report(field, value, Object.keys(definition.values));
      }
    }

    function report(field: Field, value: StringLiteral, known: readonly string[]): void {
      const meant = nearest(value.value, known) ?? opposite(value.value, known);
      const message = `"${field.name}" is never "${value.value}"; it is ${namesInWords(known).replace(/ and (?="[^"]*"$)/, ' or ')}.`;
      if (meant === undefined) context.report(value, message);
      else {
        const text = quoteString(meant);
        const fix = { description: `Write ${text}`, edits: [{ span: value.span, text }] };
        context.report(value, message, { help: `Write ${text}.`, fix });
      }
    }
    return { Binary: check, In: check, Like: check };
  },
};

/** `like` finds a part of a value too. */
function isPossible(text: string, { values }: FieldDefinition, isWhole: boolean): boolean {
  if (text.includes('{{') || text === '-') return true;
  return Object.keys(values!).some((known) => (isWhole ? known === text : known.includes(text)));
}

/** Words that people use for a direction or a verdict. */
function opposite(word: string, known: readonly string[]): string | undefined {
  const meant: Readonly<Record<string, string>> = {
    inbound: 'ingress',
    in: 'ingress',
    outbound: 'egress',
    out: 'egress',
    deny: 'REJECT',
    denied: 'REJECT',
    drop: 'REJECT',
    dropped: 'REJECT',
    block: 'REJECT',
    blocked: 'REJECT',
    allow: 'ACCEPT',
    allowed: 'ACCEPT',
  };
  const candidate = meant[word.toLowerCase()];
  return candidate !== undefined && known.includes(candidate) ? candidate : undefined;
}
