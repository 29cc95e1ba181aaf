import type { FunctionDefinition } from './definition.ts';

/** Functions of JSON. */
export const jsonFunctions: readonly FunctionDefinition[] = [
  {
    name: 'jsonParse',
    kind: 'scalar',
    params: [{ name: 'text', type: 'string' }],
    returns: 'map',
    summary: 'The map or list that a JSON text describes.',
    sql: {},
    examples: [{ query: `jsonParse('{"a":{"b":7}}').a.b`, result: 7 }],
  },
  {
    name: 'jsonStringify',
    kind: 'scalar',
    params: [{ name: 'value', type: 'any' }],
    returns: 'string',
    summary: 'The JSON text of a map or list.',
    sql: {},
    examples: [{ query: `jsonStringify(jsonParse('{"a":1}'))`, result: '{"a":1}' }],
  },
  {
    name: 'jsonArraySize',
    kind: 'scalar',
    params: [{ name: 'text', type: 'string' }],
    returns: 'number',
    summary: 'How many elements a JSON array has.',
    since: '2026',
    sql: {
      duckdb:
        "CASE WHEN json_type(cw_document({text})) = 'ARRAY' THEN CAST(json_array_length(cw_document({text})) AS DOUBLE) END",
    },
    examples: [{ query: `jsonArraySize('[4, 5, 6]')`, result: 3 }],
  },
  {
    name: 'jsonArrayContains',
    kind: 'scalar',
    params: [
      { name: 'text', type: 'string' },
      { name: 'value', type: 'any' },
    ],
    returns: 'boolean',
    summary: '1 where a JSON array holds the value, else 0.',
    since: '2026',
    sql: {
      duckdb:
        "CASE WHEN json_type(cw_document({text})) = 'ARRAY' THEN coalesce(list_contains(json_extract_string(cw_document({text}), '$[*]'), {value:text}), FALSE) ELSE FALSE END",
    },
    examples: [
      { query: `jsonArrayContains('["a", "b"]', "b")`, result: 1 },
      { query: `jsonArrayContains('no array', "b")`, result: 0 },
    ],
  },
];
