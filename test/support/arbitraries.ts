import fc, { type Arbitrary } from 'fast-check';
import type {
  Expression,
  Field,
  Name,
  NumberLiteral,
  Query,
  RegexLiteral,
  StringLiteral,
  Subquery,
} from '../../src/language/ast.ts';
import * as build from '../../src/language/build.ts';
import type { Command, Item, Option } from '../../src/language/command-nodes.ts';
import { durationUnits, unitAbbreviation } from '../../src/language/duration.ts';
import { quoteRegex, reservedWords } from '../../src/language/quote.ts';
import { noSpan } from '../../src/text/source.ts';

// Trees of the query language as code could make them: without places, and any text where a text may stand.

const span = noSpan;
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyzABCXYZ_@é');
const tail = fc.string({ unit: fc.constantFrom(...'abcxyz0189_@ß'), maxLength: 6 });

/** A word that needs no backticks anywhere. */
export const word: Arbitrary<string> = fc
  .tuple(letter, letter, tail)
  .map((parts) => parts.join(''))
  .filter((text) => !reservedWords.has(text.toLowerCase()));

/** A name that needs backticks. */
const ticked = fc
  .string({ unit: fc.constantFrom(...'abc-:. /#|"\'(1'), minLength: 1, maxLength: 8 })
  .filter((text) => !/^[\p{L}_@]/u.test(text) || /[^a-z]/.test(text));

const segment = fc.oneof(
  { weight: 3, arbitrary: word.map((text) => ({ text })) },
  { weight: 1, arbitrary: fc.nat(20).map((index) => ({ text: String(index) })) },
  { weight: 1, arbitrary: ticked.map((text) => ({ text, quoted: true })) },
);

const head = fc.oneof(
  { weight: 4, arbitrary: word.map((text) => ({ text })) },
  { weight: 1, arbitrary: ticked.map((text) => ({ text, quoted: true })) },
  { weight: 1, arbitrary: ticked.map((text) => ({ text: `@${text}`, quoted: true, prefixed: true })) },
);

export const field: Arbitrary<Field> = fc
  .tuple(head, fc.array(segment, { maxLength: 2 }))
  .map(([first, rest]) => [first, ...rest])
  .map((segments) => ({ kind: 'Field', name: segments.map(({ text }) => text).join('.'), segments, span }));

const name: Arbitrary<Name> = fc.oneof(
  word.map((text) => build.name(text)),
  ticked.map((text): Name => ({ kind: 'Name', text, quoted: true, span })),
);
const plainName = word.map((text) => build.name(text));
const placeholder = fc.constantFrom('limit', 'p_1').map(build.placeholder);
const alias = fc.oneof({ weight: 6, arbitrary: name }, { weight: 1, arbitrary: placeholder });
const fieldName = fc.oneof({ weight: 6, arbitrary: field }, { weight: 1, arbitrary: placeholder });

const anyText = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'"\'\\ab\n|# ') }));
const string: Arbitrary<StringLiteral> = anyText.map(build.string);
const regex: Arbitrary<RegexLiteral> = fc.oneof(
  fc.constantFrom('(?i)a|b', '\\/x', '[/\\]]\\d+'.replace('/', '\\/'), '(?<@domain>.*?)').map(build.regex),
  anyText.filter((text) => text !== '').map((text) => build.regex(quoteRegex(text))),
);
const plainNumber = fc.oneof(
  fc.nat(100_000).map((value) => build.number(value) as NumberLiteral),
  fc.double({ min: 0, max: 1e6, noNaN: true }).map((value) => build.number(value) as NumberLiteral),
);
const whole = fc.nat(100_000).map((value) => build.number(value) as NumberLiteral);
const durationLiteral = fc
  .tuple(fc.integer({ min: 1, max: 500 }), fc.constantFrom(...durationUnits))
  .map(([amount, { unit }]) => ({ ...build.duration(amount, unit), raw: `${amount}${unitAbbreviation(unit)}` }));
const duration = fc.oneof({ weight: 6, arbitrary: durationLiteral }, { weight: 1, arbitrary: placeholder });

const binaryOperator = fc.constantFrom('or', 'and', '=', '!=', '<', '<=', '>', '>=', '+', '-', '*', '/', '%', '^');

const trees = fc.letrec<{
  expression: Expression;
  query: Query;
  command: Command;
  subquery: Subquery;
  access: Expression;
}>((tie) => ({
  access: fc.oneof(
    { depthSize: 'small', maxDepth: 3, withCrossShrink: true },
    field,
    string,
    tie('expression').map((object) => object),
  ),
  expression: fc.oneof(
    { depthSize: 'small', maxDepth: 4, withCrossShrink: true },
    field,
    string,
    plainNumber,
    durationLiteral,
    fc.boolean().map(build.boolean),
    placeholder,
    fc
      .tuple(plainName, fc.array(tie('expression'), { maxLength: 3 }))
      .map(([called, args]): Expression => ({ kind: 'Call', name: called, args, span })),
    word.map(build.star),
    fc
      .tuple(fc.constantFrom('-' as const, 'not' as const), tie('expression'))
      .map(([operator, operand]): Expression => build.unary(operator, operand)),
    fc
      .tuple(tie('expression'), binaryOperator, tie('expression'))
      .map(([left, operator, right]): Expression => build.binary(left, operator, right)),
    fc
      .tuple(tie('expression'), fc.oneof(regex as Arbitrary<Expression>, tie('expression')), fc.boolean())
      .map(([value, pattern, negated]): Expression => build.like(value, pattern, { negated })),
    fc
      .tuple(tie('expression'), regex, fc.constantFrom('=~' as const, '~=' as const))
      .map(([value, pattern, operator]): Expression => ({ ...build.like(value, pattern), operator })),
    fc
      .tuple(tie('expression'), fc.array(tie('expression'), { maxLength: 3 }), fc.boolean())
      .map(([value, items, negated]): Expression => build.isIn(value, items, { negated })),
    fc
      .tuple(tie('expression'), tie('subquery'))
      .map(([value, set]): Expression => ({ kind: 'In', negated: false, value, set, span })),
    fc
      .tuple(tie('access'), fc.oneof(segment, fc.nat(9)))
      .map(([object, key]): Expression => ({ kind: 'Access', object, key, span })),
  ),
  subquery: fc.tuple(string, fc.array(tie('command'), { maxLength: 1 })).map(([group, commands]): Subquery => {
    const source: Command = { kind: 'SourceCommand', group, options: [], selectors: [], span };
    return { kind: 'Subquery', query: build.query(source, ...commands), span };
  }),
  command: commandOf(tie('expression'), tie('subquery')),
  query: fc.array(tie('command'), { minLength: 1, maxLength: 3 }).map((commands) => build.query(...commands)),
}));

function commandOf(expression: Arbitrary<Expression>, subquery: Arbitrary<Subquery>): Arbitrary<Command> {
  const item: Arbitrary<Item> = fc
    .tuple(expression, fc.option(alias, { nil: undefined }))
    .map(([value, as]): Item => ({ kind: 'Item', expression: value, ...(as && { alias: as }), span }));
  const items = fc.array(item, { minLength: 1, maxLength: 3 });
  const aliases = fc.array(alias, { minLength: 1, maxLength: 3 });
  const fields = fc.array(fieldName, { minLength: 1, maxLength: 3 });
  const maybe = <Value>(arbitrary: Arbitrary<Value>): Arbitrary<Value | undefined> =>
    fc.option(arbitrary, { nil: undefined });
  const optionValue = fc.oneof<Arbitrary<Expression>[]>(plainNumber, string, fc.boolean().map(build.boolean));
  const option = (key: string): Arbitrary<Option> =>
    optionValue.map((value): Option => ({ kind: 'Option', name: build.name(key), value, span }));
  const key = fc
    .tuple(expression, fc.constantFrom(undefined, 'asc' as const, 'desc' as const))
    .map(([value, direction]) => build.sortKey(value, direction));
  const pair = fc
    .tuple(fieldName, maybe(fieldName))
    .map(([from, to]) => ({ kind: 'LookupPair' as const, field: from, ...(to && { alias: to }), span }));
  const pairs = fc.array(pair, { minLength: 1, maxLength: 2 });
  const selector = fc
    .tuple(word, fc.array(fc.tuple(maybe(plainName), fc.array(string, { maxLength: 2 })), { maxLength: 2 }))
    .map(([called, args]) => ({
      kind: 'SourceSelector' as const,
      name: build.name(called),
      arguments: args.map(([as, values]) => ({
        kind: 'SourceArgument' as const,
        ...(as && { name: as }),
        value: build.list(values),
        span,
      })),
      span,
    }));
  const jsonText = fc.constantFrom('[{"key":"team","values":["a","!b*"]}]', '[{}]').map((text) => ({
    kind: 'SourceArgument' as const,
    value: { kind: 'JsonText' as const, text, span },
    span,
  }));
  const mode = fc.oneof(
    fc.tuple(string, aliases).map(([pattern, names]) => ({ kind: 'ParseGlob' as const, pattern, names, span })),
    fc
      .tuple(regex, fc.array(alias, { maxLength: 2 }), fc.boolean())
      .map(([pattern, names, multi]) => ({ kind: 'ParseRegex' as const, pattern, names, multi, span })),
    alias.map((as) => ({ kind: 'ParseLogfmt' as const, name: as, span })),
    aliases.map((names) => ({ kind: 'ParseCsv' as const, names, span })),
    fc.tuple(string, alias).map(([path, as]) => ({ kind: 'ParseXml' as const, path, name: as, span })),
  );
  const withAlias = maybe(alias).map((as) => (as ? { alias: as } : {}));
  return fc.oneof<Arbitrary<Command>[]>(
    items.map((list) => build.fields(...list)),
    items.map((list) => build.display(...list)),
    fc
      .tuple(fc.constantFrom('filter' as const, 'where' as const), expression)
      .map(([keyword, condition]) => ({ kind: 'FilterCommand', keyword, condition, span })),
    expression.map((condition) => ({ kind: 'FilterIndexCommand', condition, span })),
    fc
      .tuple(maybe(fieldName), mode)
      .map(([input, how]) => ({ kind: 'ParseCommand', ...(input && { input }), mode: how, span })),
    fc
      .tuple(maybe(fieldName), fc.array(fc.tuple(string, alias), { minLength: 1, maxLength: 2 }))
      .map(([from, paths]) => ({
        kind: 'JsonCommand',
        ...(from && { field: from }),
        paths: paths.map(([path, as]) => ({ kind: 'JsonPath', path, name: as, span })),
        span,
      })),
    items.map((list) => build.stats(list)),
    fc
      .tuple(items, items, maybe(duration))
      .map(([list, by, offset]) => ({ ...build.stats(list, by), ...(offset && { offset }) })),
    fc.array(key, { minLength: 1, maxLength: 3 }).map((keys) => build.sort(...keys)),
    fc
      .tuple(fc.constantFrom('limit' as const, 'head' as const, 'tail' as const), fc.oneof(whole, placeholder))
      .map(([keyword, count]) => ({ kind: 'LimitCommand', keyword, any: false, count, span })),
    whole.map((count) => ({ kind: 'LimitCommand', keyword: 'limit', any: true, count, span })),
    fields.map((list) => ({ kind: 'DedupCommand', fields: list, span })),
    fields.map((list) => ({ kind: 'UnmaskCommand', fields: list, span })),
    fields.map((list) => ({ kind: 'CountFrequentCommand', fields: list, span })),
    expression.map((value) => ({ kind: 'PatternCommand', expression: value, span })),
    maybe(fc.constantFrom('previousDay', 'previousWeek').map(build.name)).map((window) => ({
      kind: 'DiffCommand',
      ...(window && { window }),
      span,
    })),
    fc.constantFrom<Command>({ kind: 'AnomalyCommand', span }, { kind: 'EstimateCommand', span }),
    fc.tuple(expression, alias).map(([value, as]) => ({ kind: 'UnnestCommand', expression: value, name: as, span })),
    fieldName.map((from) => ({ kind: 'ExpandCommand', field: from, span })),
    fc
      .tuple(
        fc.constantFrom('lookup' as const, 'cidrlookup' as const),
        alias,
        pairs,
        fc.constantFrom('OUTPUT' as const, 'OUTPUTNEW' as const),
        pairs,
      )
      .map(([keyword, table, keys, how, outputs]) => ({
        kind: 'LookupCommand',
        keyword,
        table,
        keys,
        mode: how,
        outputs,
        span,
      })),
    fc
      .tuple(maybe(fc.constantFrom('inner', 'left').map(build.name)), maybe(name), expression, subquery)
      .map(([type, left, condition, right]) => ({
        kind: 'JoinCommand',
        ...(type && { type }),
        ...(left && { left }),
        condition,
        subquery: right,
        span,
      })),
    fc
      .tuple(fc.array(option('override'), { maxLength: 1 }), subquery)
      .map(([options, right]) => ({ kind: 'AppendcolsCommand', options, subquery: right, span })),
    fc
      .tuple(string, fc.array(option('start'), { maxLength: 1 }))
      .map(([group, options]) => ({ kind: 'SourceCommand', group, options, selectors: [], span })),
    fc
      .array(
        fc.oneof(
          selector,
          jsonText.map((argument) => ({
            kind: 'SourceSelector' as const,
            name: build.name('logGroupTags'),
            arguments: [argument],
            span,
          })),
        ),
        { minLength: 1, maxLength: 2 },
      )
      .map((selectors) => ({ kind: 'SourceCommand', options: [], selectors, span })),
    fc
      .tuple(name, fc.array(option('level'), { maxLength: 2 }))
      .map(([called, args]) => ({ kind: 'SavedQueryCommand', name: called, arguments: args, span })),
    fc.tuple(fieldName, withAlias).map(([from, as]) => ({ kind: 'AccumCommand', field: from, ...as, span })),
    fc.tuple(fieldName, withAlias, maybe(whole), maybe(whole)).map(([of, as, from, to]) => ({
      kind: 'AutoregressCommand',
      field: of,
      ...as,
      ...(from && { from, ...(to && { to }) }),
      span,
    })),
    fc
      .array(fc.constantFrom('host', 'cpu*', '*', 'a.b').map(build.name), { maxLength: 3 })
      .map((patterns) => ({ kind: 'FilldownCommand', patterns, span })),
    fc.array(fc.tuple(optionValue, fieldName), { maxLength: 2 }).map((fills) => ({
      kind: 'FillmissingCommand',
      fills: fills.map(([value, of]) => ({ kind: 'Fill', value, field: of, span })),
      span,
    })),
    fc
      .tuple(fc.array(option('param'), { maxLength: 1 }), fields)
      .map(([options, list]) => ({ kind: 'OutlierCommand', options, fields: list, span })),
    fc.tuple(fields, maybe(duration), withAlias).map(([list, maxspan, as]) => ({
      kind: 'SessionizeCommand',
      fields: list,
      ...(maxspan && { maxspan }),
      ...as,
      span,
    })),
    fc
      .tuple(fc.array(option('row'), { maxLength: 1 }), fc.oneof(fields, fc.constant([])))
      .map(([options, list]) => ({ kind: 'AddtotalsCommand', options, fields: list, span })),
    fc
      .tuple(fc.oneof(fields, fc.constant([])), expression)
      .map(([list, condition]) => ({ kind: 'RelevantfieldsCommand', fields: list, condition, span })),
    duration.map((timeshift) => ({ kind: 'LogcompareCommand', timeshift, span })),
    word
      .filter((text) => text.length > 5)
      .map((text) => ({ kind: 'UnknownCommand', name: build.name(`zz${text}`), text: `zz${text}  x = "a  b"`, span })),
  );
}

/** Any expression. */
export const expression: Arbitrary<Expression> = trees.expression;
/** Any query. */
export const query: Arbitrary<Query> = trees.query;
