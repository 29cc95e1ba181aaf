import { fieldNamed } from '../../analysis/parse-definitions.ts';
import { camelName } from '../../formats/names.ts';
import { didYouMean } from '../../text/did-you-mean.ts';
import { bareValueOf } from '../bare-value.ts';
import type { Field, Node } from '../../language/ast.ts';
import { problemOfField, readsField } from '../field-use.ts';
import type { ReportDetails, Rule, RuleContext } from '../rule.ts';

export const noUnknownField: Rule = {
  code: 'no-unknown-field',
  severity: 'error',
  summary: 'A field must exist in the log format or be made by the query.',
  explanation:
    'A name that no event has is not refused by the service: every row just lacks it, and a filter on it finds nothing. ' +
    'Field names tell upper from lower case. Without a known format any name may be a field of the events.',
  examples: [
    {
      wrong: 'fields srcAddr, dstAdr | filter action = "REJECT" | limit 20',
      right: 'fields srcAddr, dstAddr | filter action = "REJECT" | limit 20',
      format: 'vpc-default',
    },
  ],
  create: (context) => ({
    Field(field, ancestors) {
      const own = ownNameOf(field, ancestors, context);
      if (own !== undefined) {
        context.report(field, `Unknown field "${field.name}". Did you mean "${own}"?`, {
          help: 'A name of your own has no "@", unless you give it one.',
        });
        return;
      }
      // Whether a sort key exists is told by its own rule.
      if (ancestors.at(-1)?.kind === 'SortKey' || problemOfField(field, ancestors, context)?.kind !== 'unknown') return;
      // A value that lacks its quotes is told by its own rule too.
      if (bareValueOf(field, ancestors, context)) return;
      const names = [...context.scopeOf(ancestors).fields.keys()].filter((name) => name !== '@ptr');
      const details = detailsOf(field.name, context);
      const hint = details.help === undefined ? didYouMean(field.name, names) : '';
      context.report(field, `Unknown field "${field.name}".${hint}`, details);
    },
  }),
};

/**
 * The name that the query made, where it stands with a needless "@". The service writes "@@" before an event's own names
 * with an "@", so that even where nothing is known of the events no other field can be meant.
 */
function ownNameOf(field: Field, ancestors: readonly Node[], { scopeOf }: RuleContext): string | undefined {
  const name = field.name.slice(1);
  if (!/^@[^@]/.test(field.name) || !readsField(field, ancestors)) return undefined;
  const { fields } = scopeOf(ancestors);
  return fields.get(name)?.origin === 'parsed' && !fields.has(field.name) ? name : undefined;
}

/** Where the name stands for a field of the format under another name, or before a parse. */
function detailsOf(name: string, { format }: RuleContext): ReportDetails {
  const field = format && fieldNamed(name, format);
  if (!format || !field) return {};
  if (!format.isDiscovered) {
    return { help: `"${field.name}" is a field of the format: add a "parse" that makes it before this command.` };
  }
  return { help: `Without a "parse" this field is called "${camelName(field)}".` };
}
