/** Which tags a log group must have. */
export interface TagFilter {
  readonly key: string;
  /** One of them must match; without any, the key alone must be there. */
  readonly values?: readonly string[] | undefined;
}

/** Every filter must hold. In a value, `*` stands for any text without regard to case, and `!` before it for its opposite. */
export function matchesTags(tags: Readonly<Record<string, string>>, filters: readonly TagFilter[]): boolean {
  return filters.every(({ key, values = [] }) => {
    const value = Object.hasOwn(tags, key) ? tags[key] : undefined;
    return value !== undefined && (values.length === 0 || values.some((pattern) => matchesValue(value, pattern)));
  });
}

function matchesValue(value: string, pattern: string): boolean {
  if (pattern.startsWith('!')) return !matchesValue(value, pattern.slice(1));
  if (!pattern.includes('*')) return value === pattern;
  const parts = pattern.split('*').map((part) => part.replace(/[\\^$.+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('[^]*')}$`, 'i').test(value);
}
