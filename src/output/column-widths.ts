/** What the widths of a column can be. */
export interface ColumnNeed {
  /** Wide enough for every cell on one line. */
  readonly natural: number;
  /** Wide enough for the longest word: narrower, and values break. The title may always break. */
  readonly word: number;
  /** Numbers and times are never broken; each counts as one word. */
  readonly isRigid: boolean;
}

/** Words are kept whole up to the first of these widths if that fits, else up to the second. */
const wordLimits = [40, 16];

/** Widths that fill at most `available` columns, or nothing where the columns cannot stand side by side. */
export function fitWidths(needs: readonly ColumnNeed[], available: number): readonly number[] | undefined {
  const natural = needs.map((need) => need.natural);
  if (sum(natural) <= available) return natural;
  for (const limit of wordLimits) {
    const least = needs.map((need) => (need.isRigid ? need.word : Math.min(need.word, limit)));
    if (sum(least) <= available) return share(needs, least, available);
  }
  return undefined;
}

/** Gives what is left to the narrowest columns first, so that one long column cannot starve the others. */
function share(needs: readonly ColumnNeed[], least: readonly number[], available: number): number[] {
  const level = highestLevel((candidate) => sum(atLevel(needs, least, candidate)) <= available, available);
  const widths = atLevel(needs, least, level);
  let left = available - sum(widths);
  return widths.map((width, index) => {
    if (left === 0 || width >= needs[index]!.natural) return width;
    left--;
    return width + 1;
  });
}

function atLevel(needs: readonly ColumnNeed[], least: readonly number[], level: number): number[] {
  return needs.map((need, index) => Math.max(least[index]!, Math.min(need.natural, level)));
}

/** The largest level that still fits; level 0 always does. */
function highestLevel(fits: (level: number) => boolean, limit: number): number {
  let low = 0;
  let high = limit;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
