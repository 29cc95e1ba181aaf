/** A limit of the service. */
export interface Quota {
  readonly name: string;
  readonly aliases?: readonly string[];
  readonly value: string;
  readonly summary: string;
  readonly notes?: readonly string[];
}

/** Limits of CloudWatch Logs Insights that a query can run into. */
export const quotas: readonly Quota[] = [
  {
    name: 'query length',
    aliases: ['characters'],
    value: '10,000 characters',
    summary: 'How long a query may be, comments and white space included.',
    notes: ['It counts after the calls of saved queries are replaced by their text.'],
  },
  {
    name: 'rows',
    aliases: ['results', 'max rows', 'limit of rows'],
    value: '100,000 rows a query, in pages of 10,000; 10,000 where nothing is asked for',
    summary: 'How many rows a query can give.',
    notes: ['Groups count as rows.', 'It was 10,000 until April 2026.'],
  },
  {
    name: 'run time',
    aliases: ['timeout'],
    value: '60 minutes',
    summary: 'How long a query may run.',
    notes: ['A subquery may run 30 seconds.'],
  },
  {
    name: 'concurrent queries',
    aliases: ['concurrency'],
    value: '100 for each account and region, those of dashboards included; 15 for OpenSearch PPL and SQL',
    summary: 'How many queries may run at the same time.',
    notes: ['One more is refused with LimitExceededException.', 'Older pages of the manual say 10, 20 or 30.'],
  },
  {
    name: 'calls per second',
    aliases: ['StartQuery', 'GetQueryResults', 'throttling'],
    value: '10 StartQuery and 10 GetQueryResults a second',
    summary: 'How often the service may be called.',
  },
  {
    name: 'log groups',
    aliases: ['log groups per query'],
    value: '50 a call; 10,000 with SOURCE',
    summary: 'How many log groups a query may read.',
    notes: ['SOURCE takes 5 name prefixes, 20 accounts and 10 data sources.'],
  },
  {
    name: 'stats commands',
    value: '10 a query; 2 in log groups of the Infrequent Access class',
    summary: 'How many stats a query may have.',
  },
  {
    name: 'discovered fields',
    aliases: ['fields per event'],
    value: '200 of a JSON event, 1,000 of a log group',
    summary: 'How many fields the service finds by itself.',
    notes: [
      'Every element of a list counts as a field.',
      'Further ones are still in @message: take them out with parse.',
    ],
  },
  {
    name: 'saved queries',
    aliases: ['query definitions'],
    value: '1,000 for each account and region',
    summary: 'How many queries the service keeps.',
  },
  {
    name: 'parameters',
    value: '20 a saved query',
    summary: 'How many parameters a saved query may have.',
  },
  {
    name: 'lookup tables',
    value: '100 for each account and region, 10 MB each',
    summary: 'How many tables lookup can use.',
  },
  {
    name: 'join keys',
    value: '50,000 different keys on the right side; one join a query',
    summary: 'How much a join can match.',
  },
  {
    name: 'retention of results',
    value: '7 days',
    summary: 'How long the answer of a query can be fetched.',
  },
  {
    name: 'price',
    aliases: ['cost'],
    value: '$0.005 for each GB read in us-east-1, $0.0076 in Tokyo',
    summary: 'What a query costs: the data it reads, uncompressed, whatever it gives back.',
    notes: [
      'A query that is stopped pays for what it has read.',
      '"estimate" as the last command says beforehand how much that would be, for nothing.',
      'An index on a field, used with = or in, reads less.',
    ],
  },
];
