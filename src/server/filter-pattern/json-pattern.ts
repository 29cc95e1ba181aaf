import { parseCondition } from './condition.ts';
import type { EventFilter } from './filter-pattern.ts';
import { invalidPattern } from './invalid-pattern.ts';

/** `{ $.eventType = "Update*" && ($.errors[0].code >= 500 || $.user NOT EXISTS) }`; events that are not JSON never match. */
export function parseJsonPattern(pattern: string): EventFilter {
  if (!pattern.endsWith('}')) throw invalidPattern(pattern, 'the closing brace is missing');
  const condition = parseCondition(
    pattern.slice(1, -1),
    { selector: /\$(?:\.[\w@:-]+|\.?\[(?:\d+|'[^']*'|"[^"]*")\])+/, select },
    pattern,
  );
  return (message) => {
    const value = parsed(message);
    return value !== undefined && condition(value);
  };
}

/** JSON objects only. */
function parsed(message: string): object | undefined {
  if (!/^\s*\{/.test(message)) return undefined;
  try {
    return JSON.parse(message) as object;
  } catch {
    return undefined;
  }
}

function select(selector: string, subject: object): unknown {
  const steps = [...selector.matchAll(/\.([\w@:-]+)|\[(?:(\d+)|'([^']*)'|"([^"]*)")\]/g)];
  return steps.reduce<unknown>((value, [, name, index, quoted, doubleQuoted]) => {
    if (typeof value !== 'object' || value === null) return undefined;
    return (value as Record<string, unknown>)[(name ?? index ?? quoted ?? doubleQuoted)!];
  }, subject);
}
