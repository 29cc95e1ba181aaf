import { column, type Fragment, type SqlValue } from './value.ts';

/** A key of the current row order: a column and its direction. NULL comes last in both. */
export interface OrderKey {
  readonly sql: string;
  readonly direction: 'asc' | 'desc';
}

/** SQL, or what makes it once everything else is known. */
type Text = string | (() => string);

/** A condition, or what tells it, if there is any, once everything else is known. */
type Condition = string | (() => string | undefined);

/** A SELECT that is being put together; its name is how the next one refers to it. */
interface Stage {
  readonly name: string;
  readonly select: Text;
  readonly from: Text;
  readonly where: Condition[];
  readonly tail: string;
  readonly isMaterialized: boolean;
}

export interface StageParts {
  /** Select list; all columns of the stage before if absent. */
  readonly select?: Text;
  readonly from?: Text;
  readonly where?: Condition;
  /** GROUP BY, QUALIFY, ORDER BY, LIMIT. */
  readonly tail?: string;
  /** Computed once although several stages read it. */
  readonly isMaterialized?: boolean;
}

/** A condition on the message that is cheap, and true wherever one of the query's own is. */
export interface Prefilter {
  readonly condition: Fragment;
  /** The same, of a message at hand. */
  readonly keeps: (message: string) => boolean;
}

/**
 * SQL under construction: a chain of SELECTs, each over the one before. Values that are mentioned more than once become
 * columns of a layer of their own, because DuckDB copies macro arguments and lateral aliases as text.
 */
export interface Pipeline {
  /** Name of the last stage. */
  readonly last: () => string;
  /** The layer at which all columns of the last stage exist. */
  readonly depth: () => number;
  /** Makes a value cheap to mention: a column of the next free layer, unless it is cheap already. */
  readonly bind: (value: SqlValue, hint: string) => SqlValue;
  /** Like `bind`, and a column whatever it is. */
  readonly columnFor: (value: SqlValue, hint: string) => SqlValue;
  /** Ends the layers under construction and adds a stage; answers its name. */
  readonly stage: (parts?: StageParts) => string;
  /** A name for a column that nothing else has. */
  readonly fresh: (hint: string) => string;
  /** Marks the place where conditions that only speed things up may go; answers the stage before it. */
  readonly openPrefilter: () => string;
  /** Adds such a condition; does nothing where a stage in between depends on which rows there are. */
  readonly prefilter: (prefilter: Prefilter) => void;
  readonly closePrefilter: () => void;
  readonly hasPrefilter: () => boolean;
  /** What the pre-filters say of a message. */
  readonly keeps: (message: string) => boolean;
  /** A stage after the first looks at a column. */
  readonly mentions: (name: string) => boolean;
  /** Takes in the stages of another pipeline, for a stage of this one to read. */
  readonly include: (entries: readonly string[]) => void;
  /** The whole as `WITH …` entries. */
  readonly render: () => readonly string[];
}

/** A pipeline over a FROM item; without pre-filters where they would cost more than they save. */
export function createPipeline(prefix = 's', { prefilters: hasPrefilters = true } = {}): Pipeline {
  const stages: Stage[] = [];
  const included: string[] = [];
  const layers = new Map<number, string[]>();
  let base = 0;
  let top = 0;
  let names = 0;
  const prefilters: Prefilter[] = [];
  let slot: { readonly where: Condition[]; readonly depth: number } | undefined;

  const fresh = (hint: string): string => {
    const word = hint
      .replace(/[^A-Za-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .toLowerCase()
      .slice(0, 24);
    return `${/^[a-z]/.test(word) ? word : `c${word}`}_${prefix === 's' ? '' : prefix}${++names}`;
  };
  const push = (parts: StageParts): string => {
    const name = `${prefix}${stages.length}`;
    stages.push({
      name,
      select: parts.select ?? '*',
      from: parts.from ?? stages.at(-1)!.name,
      where: parts.where === undefined ? [] : [parts.where],
      tail: parts.tail ?? '',
      isMaterialized: parts.isMaterialized ?? false,
    });
    return name;
  };
  const flush = (): void => {
    for (let depth = base + 1; depth <= top; depth++) {
      const columns = layers.get(depth);
      if (columns) push({ select: `*, ${columns.join(', ')}` });
      layers.delete(depth);
    }
    base = top;
  };
  const columnFor = (value: SqlValue, hint: string): SqlValue => {
    const depth = Math.max(value.depth, base) + 1;
    const name = fresh(hint);
    layers.set(depth, [...(layers.get(depth) ?? []), `${value.sql} AS ${name}`]);
    top = Math.max(top, depth);
    const { substringOf, isWhole } = value;
    return column(name, value.type, depth, {
      ...(substringOf !== undefined && { substringOf }),
      ...(isWhole !== undefined && { isWhole }),
    });
  };
  return {
    last: () => stages.at(-1)!.name,
    depth: () => top,
    fresh,
    columnFor,
    bind: (value, hint) => (value.isCheap ? value : columnFor(value, hint)),
    stage: (parts = {}) => {
      if (stages.length > 0) flush();
      return push(parts);
    },
    openPrefilter: () => {
      flush();
      const before = stages.at(-1)!.name;
      push({});
      slot = { where: stages.at(-1)!.where, depth: base };
      return before;
    },
    prefilter: (prefilter) => {
      const { condition } = prefilter;
      if (!slot || condition.depth > slot.depth) return;
      prefilters.push(prefilter);
      if (hasPrefilters && !slot.where.includes(condition.sql)) slot.where.push(condition.sql);
    },
    closePrefilter: () => {
      slot = undefined;
    },
    hasPrefilter: () => hasPrefilters && prefilters.length > 0,
    keeps: (message) => prefilters.every(({ keeps }) => keeps(message)),
    mentions: (name) => {
      const word = new RegExp(`\\b${name}\\b`);
      const waiting = [...layers.values()].flat();
      return [...stages.slice(1).map(renderStage), ...waiting].some((text) => word.test(text));
    },
    include: (entries) => void included.push(...entries),
    render: () => {
      if (layers.size > 0) flush();
      return [
        ...included,
        ...stages.map(
          (stage) => `${stage.name} AS ${stage.isMaterialized ? '' : 'NOT '}MATERIALIZED (${renderStage(stage)})`,
        ),
      ];
    },
  };
}

function renderStage({ select, from, where, tail }: Stage): string {
  const given = where.flatMap((condition) => (typeof condition === 'string' ? condition : (condition() ?? [])));
  const conditions = given.map((condition) => (given.length > 1 ? `(${condition})` : condition)).join(' AND ');
  return [`SELECT ${textOf(select)} FROM ${textOf(from)}`, conditions && `WHERE ${conditions}`, tail]
    .filter(Boolean)
    .join(' ');
}

function textOf(text: Text): string {
  return typeof text === 'string' ? text : text();
}
