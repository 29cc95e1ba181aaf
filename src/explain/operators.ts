/** An operator of the query language. */
export interface OperatorDefinition {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly syntax: string;
  readonly summary: string;
  readonly notes: readonly string[];
  readonly examples: readonly string[];
}

/** Every operator, those that bind tightest first. */
export const operators: readonly OperatorDefinition[] = [
  {
    name: '^',
    aliases: ['power'],
    syntax: 'a ^ b',
    summary: 'a raised to the power of b.',
    notes: ['Whether 2 ^ 3 ^ 2 is read from the right is not documented; flowq does so.'],
    examples: ['fields 2 ^ 3 as eight'],
  },
  {
    name: '*',
    aliases: ['times', 'multiply'],
    syntax: 'a * b',
    summary: 'The product of two numbers.',
    notes: ['In a parse pattern a star stands for a run of any characters.', 'In count(*) it stands for every event.'],
    examples: ['stats sum(bytes) * 8 as bits by srcaddr'],
  },
  {
    name: '/',
    aliases: ['divide'],
    syntax: 'a / b',
    summary: 'The quotient of two numbers, with decimals.',
    notes: [
      'What a division by zero gives is not documented; flowq gives no value.',
      'After like and in parse, slashes enclose a regular expression.',
    ],
    examples: ['stats sum(bytes) / 1024 / 1024 as mebibytes'],
  },
  {
    name: '%',
    aliases: ['modulo', 'remainder'],
    syntax: 'a % b',
    summary: 'What is left over when a is divided by b.',
    notes: [],
    examples: ['fields 10 % 3 as one'],
  },
  {
    name: '+',
    aliases: ['plus'],
    syntax: 'a + b',
    summary: 'The sum of two numbers.',
    notes: ['It does not join texts: write concat(a, b).', 'Where one of them is missing, so is the sum.'],
    examples: ['fields bytesIn + bytesOut as total'],
  },
  {
    name: '-',
    aliases: ['minus'],
    syntax: 'a - b',
    summary: 'The difference of two numbers.',
    notes: ['A name with a hyphen needs backticks: `account-id`; bare it is a difference.'],
    examples: ['fields end - start as seconds'],
  },
  {
    name: '=',
    aliases: ['==', 'equals'],
    syntax: 'a = b',
    summary: 'True where both are equal.',
    notes: [
      'A number and a text that reads as the same number are equal: 200 and "200".',
      'Texts are compared exactly, upper and lower case too.',
      'A missing field equals nothing.',
      '"==" means the same and is not documented.',
    ],
    examples: ['filter action = "REJECT"', 'filter status = 200'],
  },
  {
    name: '!=',
    aliases: ['<>', 'not equal'],
    syntax: 'a != b',
    summary: 'True where both differ.',
    notes: ['True for events that lack the field as well: add "and ispresent(field)" to leave them out.'],
    examples: ['filter errorCode != "" and ispresent(errorCode)'],
  },
  ...(['<', '<=', '>', '>='] as const).map((name): OperatorDefinition => {
    const words = { '<': 'smaller', '<=': 'smaller or equal', '>': 'greater', '>=': 'greater or equal' };
    return {
      name,
      syntax: `a ${name} b`,
      summary: `True where a is ${words[name]}.`,
      notes: [
        'Numbers are compared as numbers, also where they come as text.',
        'How texts are ordered is not documented; addresses have no order as text.',
        'A timestamp is compared as milliseconds: toMillis(@timestamp).',
        'Never true where one of them is missing.',
      ],
      examples: [`filter bytes ${name} 1000`],
    };
  }),
  {
    name: 'like',
    aliases: ['not like', '=~', '~='],
    syntax: 'a [not] like "text" | /regular expression/',
    summary: 'True where the text is found anywhere in a, or the regular expression matches somewhere.',
    notes: [
      'A string has no wildcards and tells upper from lower case; /(?i)text/ does not.',
      'A field that is missing matches nothing, so "not like" is true for it.',
      '"=~" is like for regular expressions; "~=" is accepted and not documented.',
      'It cannot use a field index: for a whole value write =.',
    ],
    examples: ['filter @message like /(?i)timeout/', 'filter path not like "/health"'],
  },
  {
    name: 'in',
    aliases: ['not in'],
    syntax: 'a [not] in [b, c] | (subquery)',
    summary: 'True where a equals one of the values.',
    notes: ['The whole value counts, upper and lower case too.', '"not in" is true for events that lack the field.'],
    examples: ['filter dstPort in [22, 3389]', "filter id in (SOURCE '/other' | fields id)"],
  },
  {
    name: 'not',
    aliases: ['!'],
    syntax: 'not a',
    summary: 'True where a is not.',
    notes: ['It binds tighter than and and or: put parentheses around what it shall apply to.'],
    examples: ['filter not isPrivateIP(srcaddr)', 'filter not (level = "INFO" or level = "DEBUG")'],
  },
  {
    name: 'and',
    syntax: 'a and b',
    summary: 'True where both are.',
    notes: ['It binds tighter than or.', 'Several filter commands are joined by and too.'],
    examples: ['filter action = "REJECT" and dstport = 22'],
  },
  {
    name: 'or',
    syntax: 'a or b',
    summary: 'True where at least one is.',
    notes: ['and binds tighter: put parentheses around a or b beside it.'],
    examples: ['filter (level = "ERROR" or level = "WARN") and host = "a"'],
  },
  {
    name: 'as',
    aliases: ['alias'],
    syntax: 'expression as name',
    summary: 'Gives a result a name, which later commands can use.',
    notes: ['Without it a result is called by its text: count(*), to be written in backticks later.'],
    examples: ['stats count(*) as hits by srcaddr | sort hits desc'],
  },
  {
    name: '.',
    aliases: ['path', '[]'],
    syntax: 'a.b | a.0 | list[0]',
    summary: 'A part of a JSON value: a key after a dot, an element by its number, counted from 0.',
    notes: [
      'Dots do not look into a text that holds JSON: parse it first with jsonParse().',
      'Keys with other characters stand in backticks.',
    ],
    examples: ['fields userIdentity.sessionContext.attributes.mfaAuthenticated', 'fields requestParameters.items.0.id'],
  },
];
