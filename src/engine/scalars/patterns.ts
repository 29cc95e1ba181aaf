import { maskedKinds } from '../../sql/commands/pattern.ts';

interface Counted {
  /** A text whose changing parts are masked by one character each. */
  readonly t: string;
  readonly n: number;
}

interface Cluster {
  tokens: string[];
  count: number;
}

/** Texts that share so many of their words are one pattern. */
const similarity = 0.6;

/**
 * Drain (He et al., 2017) over masked texts: texts of one length that begin alike join the most similar cluster, and the
 * words in which they differ become variables.
 */
export function findPatterns(json: string): string {
  const counted = JSON.parse(json) as readonly Counted[];
  const buckets = new Map<string, Cluster[]>();
  for (const { t, n } of counted) {
    const tokens = t.split(/(\s+)/);
    const key = `${tokens.length}\0${isVariable(tokens[0]!) ? '*' : tokens[0]!}`;
    const bucket = buckets.get(key) ?? [];
    buckets.set(key, bucket);
    const cluster = closest(bucket, tokens);
    if (!cluster) bucket.push({ tokens, count: n });
    else {
      cluster.tokens = cluster.tokens.map((token, index) => (token === tokens[index] ? token : wildcard));
      cluster.count += n;
    }
  }
  const total = counted.reduce((sum, { n }) => sum + n, 0);
  const clusters = [...buckets.values()].flat().sort((a, b) => b.count - a.count);
  return JSON.stringify(
    clusters.map(({ tokens, count }) => {
      const pattern = nameVariables(tokens.join(''));
      return { pattern, ratio: count / total, count, severity: severityOf(pattern) };
    }),
  );
}

const wildcard = '\u{e0ff}';
const firstMask = 0xe000;

function isVariable(token: string): boolean {
  return /[\u{e000}-\u{e0ff}]/u.test(token);
}

function closest(clusters: readonly Cluster[], tokens: readonly string[]): Cluster | undefined {
  let best: Cluster | undefined;
  let most = similarity;
  for (const cluster of clusters) {
    const words = tokens.filter((token) => !/^\s*$/.test(token)).length;
    const same = tokens.filter((token, index) => !/^\s*$/.test(token) && token === cluster.tokens[index]).length;
    const share = words === 0 ? 1 : same / words;
    if (share >= most) {
      best = cluster;
      most = share;
    }
  }
  return best;
}

/** `<Time-1>`, `<Token-2>`: the kind, and the place among the variables. */
function nameVariables(text: string): string {
  let place = 0;
  return text.replace(/[\u{e000}-\u{e0ff}]/gu, (mask) => {
    const kind = mask === wildcard ? 'Token' : (maskedKinds[mask.codePointAt(0)! - firstMask] ?? 'Token');
    return `<${kind}-${++place}>`;
  });
}

function severityOf(pattern: string): string {
  if (/error/i.test(pattern)) return 'ERROR';
  return /warn/i.test(pattern) ? 'WARN' : 'INFO';
}
