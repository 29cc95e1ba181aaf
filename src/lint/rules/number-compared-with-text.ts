import type { Binary, In, Node } from '../../language/ast.ts';
import { definitionOf } from '../definitions.ts';
import { comparedValues, isString } from '../place.ts';
import type { Rule } from '../rule.ts';

export const numberComparedWithText: Rule = {
  code: 'number-compared-with-text',
  severity: 'error',
  summary: 'A number field must not be compared with text that is no number.',
  explanation:
    'A field that the log format knows as a number never equals other text, so the comparison is never true ' +
    '(or with "!=" always). Protocols, for example, are logged by number: TCP is 6. "-" stands for a missing value and is fine.',
  examples: [
    { wrong: 'filter protocol = "TCP" | limit 20', right: 'filter protocol = 6 | limit 20', format: 'vpc-default' },
    { wrong: 'filter dstPort = "ssh" | limit 20', right: 'filter dstPort = 22 | limit 20', format: 'vpc-default' },
  ],
  create: (context) => {
    function check(node: Binary | In, ancestors: readonly Node[]): void {
      const scope = context.scopeOf([...ancestors, node]);
      for (const { field, value } of comparedValues(node)) {
        const definition = definitionOf(field, scope);
        if (definition?.type !== 'number' || !isString(value) || actsAsNumber(value.value)) continue;
        const number = numberCalled(value.value, definition.values);
        context.report(value, `"${field.name}" is a number and never "${value.value}".`, {
          ...(number === undefined
            ? { help: 'Compare it with a number.' }
            : {
                help: `Write ${number}.`,
                fix: { description: `Write ${number}`, edits: [{ span: value.span, text: number }] },
              }),
        });
      }
    }
    return { Binary: check, In: check };
  },
};

/** Also what stands in place of a value, and parameters, whose value is not known. */
function actsAsNumber(text: string): boolean {
  return text === '-' || text.includes('{{') || (text.trim() !== '' && Number.isFinite(Number(text)));
}

/** Protocols by name, and the codes of the field whose meaning is exactly this word. */
function numberCalled(word: string, values: Readonly<Record<string, string>> | undefined): string | undefined {
  const protocols: Readonly<Record<string, string>> = { icmp: '1', tcp: '6', udp: '17', icmpv6: '58' };
  const entry = Object.entries(values ?? {}).find(([, meaning]) => meaning.toLowerCase() === word.toLowerCase());
  return entry?.[0] ?? (values ? protocols[word.toLowerCase()] : undefined);
}
