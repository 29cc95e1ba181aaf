/** Numbers that look random and are the same for the same seed. */
export interface Random {
  /** At least 0, below 1. */
  readonly fraction: () => number;
  /** A whole number of at least 0 and below the limit. */
  readonly below: (limit: number) => number;
  /** True in this share of calls. */
  readonly chance: (share: number) => boolean;
  readonly pick: <Item>(items: readonly Item[]) => Item;
  /** Like `pick`, the earlier items far more often: a few talkers make most of the traffic. */
  readonly pickSkewed: <Item>(items: readonly Item[]) => Item;
  readonly hex: (digits: number) => string;
}

/** Mulberry32: 32 bits of state are plenty for made records, and it costs a few nanoseconds. */
export function seededRandom(seed: number): Random {
  let state = Math.trunc(seed) >>> 0;
  function fraction(): number {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  function below(limit: number): number {
    return Math.floor(fraction() * limit);
  }
  return {
    fraction,
    below,
    chance: (share) => fraction() < share,
    pick: (items) => items[below(items.length)]!,
    pickSkewed: (items) => items[Math.floor(items.length * fraction() ** 3)]!,
    hex: (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join(''),
  };
}
