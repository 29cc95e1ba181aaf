import { didYouMean } from '../../text/did-you-mean.ts';
import type { Name } from '../ast.ts';
import { defineCommand } from '../command-definition.ts';
import { parseExpression } from '../expression.ts';
import { align, group, line } from '../layout.ts';
import { parseName } from '../names.ts';
import { checkOption, startsOption } from '../options.ts';
import { printAlias } from '../print-names.ts';
import type { Reader } from '../reader.ts';

/** join = "join" { ( "type" | "left" | "right" ) "=" name } "where" expression "(" query ")" */
export const join = defineCommand({
  kind: 'JoinCommand',
  keyword: 'join',
  summary: 'Joins the events with those of another log group on equal values.',
  syntax: 'join [type=inner|left] left=name right=name where name.field = name.field (SOURCE "group" | …)',
  since: '2026',
  notes: ['One join in a query; conditions are equalities.', 'Fields are then written name.field.'],
  examples: ['join type=left left=a right=b where a.id = b.id (SOURCE "/other" | fields id, state)'],
  parse: (reader) => {
    const names = parseJoinNames(reader);
    reader.expectWord('where', {
      message: `Expected "where" and the condition of the join, found ${reader.found()}.`,
      help: 'Write join left=a right=b where a.id = b.id (SOURCE "/group").',
    });
    const condition = parseExpression(reader);
    if (!reader.at('(')) reader.fail('a subquery in parentheses such as (SOURCE "/group")');
    return { kind: 'JoinCommand', ...names, condition, subquery: reader.subquery(reader) };
  },
  print: ({ type, left, right, condition, subquery }, printer) => {
    const options = Object.entries({ type, left, right }).map(([key, name]) =>
      name ? ` ${key}=${printAlias(name)}` : '',
    );
    const rest = [line, 'where ', align(printer.expression(condition)), line, printer.subquery(subquery)];
    return group(['join', align([options, rest], 1)]);
  },
});

interface JoinNames {
  type?: Name;
  left?: Name;
  right?: Name;
}

const optionNames = ['type', 'left', 'right'] as const;
const joinTypes: readonly string[] = ['inner', 'left'];

function parseJoinNames(reader: Reader): JoinNames {
  const names: JoinNames = {};
  while (startsOption(reader)) {
    const option = parseName(reader, 'the name of an option');
    checkOption(reader, option, optionNames);
    reader.next();
    const { token } = reader;
    const name = parseName(reader, `a name after "${option.text}="`);
    const key = optionNames.find((known) => known === option.text.toLowerCase());
    if (key === 'type' && !joinTypes.includes(name.text.toLowerCase())) {
      reader.report({
        code: 'unknown-option',
        message: `Unknown type of join "${name.text}".${didYouMean(name.text, joinTypes)}`,
        span: token,
        help: 'Known are inner and left.',
      });
    }
    if (key) names[key] = name;
  }
  return names;
}
