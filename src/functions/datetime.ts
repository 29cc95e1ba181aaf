import type { FunctionDefinition, FunctionExample } from './definition.ts';

const lastHour: FunctionExample['range'] = { start: '2026-11-20T11:00:00Z', end: '2026-11-20T12:00:00Z' };

/** Functions of times. */
export const datetimeFunctions: readonly FunctionDefinition[] = [
  {
    name: 'bin',
    kind: 'scalar',
    params: [
      { name: 'period', type: 'duration', meaning: 'Or a time and a period, which is undocumented.' },
      { name: 'periodOfTime', type: 'duration', optional: true },
    ],
    returns: 'timestamp',
    summary: 'The start of the period that @timestamp falls in, counted from the epoch in UTC.',
    notes: [
      'The service clamps a period to the cap of its unit: bin(300s) groups by 60 s.',
      'bin(@timestamp, 1h) works but is undocumented: datefloor(@timestamp, 1h) says the same.',
    ],
    sql: {},
    examples: [{ query: 'bin(fromMillis(1763712345678), 5m)', result: '2025-11-21 08:05:00.000' }],
  },
  {
    name: 'datefloor',
    aliases: ['date_floor'],
    kind: 'scalar',
    params: [
      { name: 'time', type: 'timestamp' },
      { name: 'period', type: 'duration' },
    ],
    returns: 'timestamp',
    summary: 'The time cut to the start of its period.',
    sql: {},
    examples: [{ query: 'datefloor(fromMillis(1763712345678), 1h)', result: '2025-11-21 08:00:00.000' }],
  },
  {
    name: 'dateceil',
    aliases: ['date_ceil'],
    kind: 'scalar',
    params: [
      { name: 'time', type: 'timestamp' },
      { name: 'period', type: 'duration' },
    ],
    returns: 'timestamp',
    summary: 'The time raised to the end of its period.',
    notes: ['Whether a time on a boundary stays is not known; here it stays.'],
    sql: {},
    examples: [{ query: 'dateceil(fromMillis(1763712345678), 1h)', result: '2025-11-21 09:00:00.000' }],
  },
  {
    name: 'fromMillis',
    kind: 'scalar',
    params: [{ name: 'milliseconds', type: 'number' }],
    returns: 'timestamp',
    summary: 'The time so many milliseconds after the epoch.',
    sql: { duckdb: 'TRY_CAST(trunc({milliseconds}) AS BIGINT)' },
    examples: [{ query: 'fromMillis(1763712345678)', result: '2025-11-21 08:05:45.678' }],
  },
  {
    name: 'toMillis',
    kind: 'scalar',
    params: [{ name: 'time', type: 'timestamp' }],
    returns: 'number',
    summary: 'Milliseconds from the epoch to the time.',
    sql: { duckdb: 'CAST({time} AS DOUBLE)' },
    examples: [{ query: 'toMillis(fromMillis(1763712345678))', result: 1763712345678 }],
  },
  {
    name: 'now',
    kind: 'scalar',
    params: [],
    returns: 'number',
    summary: 'The time at which the query began, in epoch seconds.',
    notes: ['Seconds, while toMillis gives milliseconds: toMillis(@timestamp) > now() * 1000 - 7200000.'],
    sql: {},
    examples: [{ query: 'now()', range: lastHour, result: 1795176000 }],
  },
  {
    name: 'parseDate',
    kind: 'scalar',
    params: [
      { name: 'value', type: 'string' },
      { name: 'format', type: 'string', meaning: "A pattern of Java's DateTimeFormatter: yyyy-MM-dd HH:mm:ss." },
      { name: 'timezone', type: 'string', optional: true },
    ],
    returns: 'number',
    summary: 'The time that a text tells, in epoch milliseconds.',
    since: '2026',
    sql: { duckdb: 'TRY_CAST(cw_parse_date({value}, {format}, {timezone}) AS DOUBLE)' },
    examples: [{ query: 'parseDate("2025-11-21 08:05:45", "yyyy-MM-dd HH:mm:ss")', result: 1763712345000 }],
  },
  {
    name: 'formatDate',
    aliases: ['strftime'],
    kind: 'scalar',
    params: [
      { name: 'time', type: 'timestamp' },
      { name: 'format', type: 'string', meaning: 'A strftime pattern: %Y-%m-%d.' },
      { name: 'timezone', type: 'string', optional: true },
    ],
    returns: 'string',
    summary: 'The time as text.',
    since: '2026',
    sql: { duckdb: 'cw_format_date(CAST({time} AS VARCHAR), {format}, {timezone})' },
    examples: [{ query: 'formatDate(fromMillis(1763712345678), "%Y-%m-%d %H:%M")', result: '2025-11-21 08:05' }],
  },
];
