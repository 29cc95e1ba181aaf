import type {
  DurationLiteral,
  Expression,
  Field,
  Name,
  NodeBase,
  NumberLiteral,
  Placeholder,
  RegexLiteral,
  StringLiteral,
  Subquery,
} from './ast.ts';

/** `expression as alias`: an entry of fields, display, stats and by lists. */
export interface Item extends NodeBase {
  readonly kind: 'Item';
  readonly expression: Expression;
  readonly alias?: Alias;
  /** The expression as written, white space folded: the column name where there is no alias. Absent on made nodes. */
  readonly text?: string;
}

/** Where only a field may stand; in a saved query a parameter may give it. */
export type FieldName = Field | Placeholder;

/** Where only a duration may stand; in a saved query a parameter may give it. */
export type Duration = DurationLiteral | Placeholder;

/** An alias. */
export type Alias = Name | Placeholder;

/** `fields a, b + c as d`. */
export interface FieldsCommand extends NodeBase {
  readonly kind: 'FieldsCommand';
  readonly items: readonly Item[];
}

export interface DisplayCommand extends NodeBase {
  readonly kind: 'DisplayCommand';
  readonly items: readonly Item[];
}

export interface FilterCommand extends NodeBase {
  readonly kind: 'FilterCommand';
  readonly keyword: 'filter' | 'where';
  readonly condition: Expression;
}

/** `filterIndex f = "x" and g in [1]`. */
export interface FilterIndexCommand extends NodeBase {
  readonly kind: 'FilterIndexCommand';
  readonly condition: Expression;
}

/** `parse [input] mode`; the input defaults to `@message`. */
export interface ParseCommand extends NodeBase {
  readonly kind: 'ParseCommand';
  readonly input?: Expression;
  readonly mode: ParseMode;
}

export type ParseMode = ParseGlob | ParseRegex | ParseLogfmt | ParseCsv | ParseXml;

/** `"* - *" as a, b`. */
export interface ParseGlob extends NodeBase {
  readonly kind: 'ParseGlob';
  readonly pattern: StringLiteral | Placeholder;
  readonly names: readonly Alias[];
}

/** `/(?<a>…)/ [as n, …] [multi]`. */
export interface ParseRegex extends NodeBase {
  readonly kind: 'ParseRegex';
  readonly pattern: RegexLiteral;
  readonly names: readonly Alias[];
  readonly multi: boolean;
}

/** `logfmt as name`. */
export interface ParseLogfmt extends NodeBase {
  readonly kind: 'ParseLogfmt';
  readonly name: Alias;
}

/** `csv as a, b`. */
export interface ParseCsv extends NodeBase {
  readonly kind: 'ParseCsv';
  readonly names: readonly Alias[];
}

/** `XML "/path" as name` (undocumented). */
export interface ParseXml extends NodeBase {
  readonly kind: 'ParseXml';
  readonly path: StringLiteral;
  readonly name: Alias;
}

/** `json field=payload "user.name" as user, …`. */
export interface JsonCommand extends NodeBase {
  readonly kind: 'JsonCommand';
  readonly field?: FieldName;
  readonly paths: readonly JsonPath[];
}

export interface JsonPath extends NodeBase {
  readonly kind: 'JsonPath';
  readonly path: StringLiteral;
  readonly name: Alias;
}

export interface StatsCommand extends NodeBase {
  readonly kind: 'StatsCommand';
  readonly items: readonly Item[];
  readonly by: readonly Item[];
  /** `offset 1h` after the group list. */
  readonly offset?: Duration;
}

/** `sort [by] a desc, b`. `order` and a missing direction are the linter's matter. */
export interface SortCommand extends NodeBase {
  readonly kind: 'SortCommand';
  readonly keys: readonly SortKey[];
}

export interface SortKey extends NodeBase {
  readonly kind: 'SortKey';
  readonly expression: Expression;
  readonly direction?: 'asc' | 'desc';
  readonly text?: string;
}

/** `limit 20`, `limit any 20`, `head 20`, `tail 20`. */
export interface LimitCommand extends NodeBase {
  readonly kind: 'LimitCommand';
  readonly keyword: 'limit' | 'head' | 'tail';
  readonly any: boolean;
  readonly count: NumberLiteral | Placeholder;
}

export interface DedupCommand extends NodeBase {
  readonly kind: 'DedupCommand';
  readonly fields: readonly FieldName[];
}

export interface PatternCommand extends NodeBase {
  readonly kind: 'PatternCommand';
  readonly expression: Expression;
}

/** `diff [previousDay | previousWeek | previousMonth]`. */
export interface DiffCommand extends NodeBase {
  readonly kind: 'DiffCommand';
  readonly window?: Name;
}

export interface AnomalyCommand extends NodeBase {
  readonly kind: 'AnomalyCommand';
}

export interface UnmaskCommand extends NodeBase {
  readonly kind: 'UnmaskCommand';
  readonly fields: readonly FieldName[];
}

/** `unnest list into name`. */
export interface UnnestCommand extends NodeBase {
  readonly kind: 'UnnestCommand';
  readonly expression: Expression;
  readonly name: Alias;
}

export interface ExpandCommand extends NodeBase {
  readonly kind: 'ExpandCommand';
  readonly field: FieldName;
}

/** `lookup table key [as field], … OUTPUT f [as e], …`; `cidrlookup` likewise. */
export interface LookupCommand extends NodeBase {
  readonly kind: 'LookupCommand';
  readonly keyword: 'lookup' | 'cidrlookup';
  readonly table: Name | Placeholder;
  /** In `lookup` the table's column first, the event's field second; in `cidrlookup` the other way round. */
  readonly keys: readonly LookupPair[];
  readonly mode: 'OUTPUT' | 'OUTPUTNEW';
  readonly outputs: readonly LookupPair[];
}

export interface LookupPair extends NodeBase {
  readonly kind: 'LookupPair';
  readonly field: FieldName;
  readonly alias?: FieldName;
}

/** `join type=inner left=a right=b where a.x=b.y (SOURCE …)`. */
export interface JoinCommand extends NodeBase {
  readonly kind: 'JoinCommand';
  readonly type?: Name;
  readonly left?: Name;
  readonly right?: Name;
  readonly condition: Expression;
  readonly subquery: Subquery;
}

/** `appendcols [override=true] [max=10] (SOURCE …)`. */
export interface AppendcolsCommand extends NodeBase {
  readonly kind: 'AppendcolsCommand';
  readonly options: readonly Option[];
  readonly subquery: Subquery;
}

/** `name=value` of the mid-2026 commands. */
export interface Option extends NodeBase {
  readonly kind: 'Option';
  readonly name: Name;
  readonly value: Expression;
}

/** The selectors a query may begin with. */
export interface SourceCommand extends NodeBase {
  readonly kind: 'SourceCommand';
  /** `SOURCE '/group' [start=… end=…]`. */
  readonly group?: StringLiteral | Name | Placeholder;
  readonly options: readonly Option[];
  /** `logGroups(…)`, `dataSource([…])`, `logGroupTags([…])`. */
  readonly selectors: readonly SourceSelector[];
}

export interface SourceSelector extends NodeBase {
  readonly kind: 'SourceSelector';
  readonly name: Name;
  readonly arguments: readonly SourceArgument[];
}

/** `namePrefix: ['a', 'b']`, or a bare list. The value is kept as text where it is JSON. */
export interface SourceArgument extends NodeBase {
  readonly kind: 'SourceArgument';
  readonly name?: Name;
  readonly value: Expression | JsonText;
}

/** JSON written in a query, as written. */
export interface JsonText extends NodeBase {
  readonly kind: 'JsonText';
  readonly text: string;
}

/** `$Name(p = "v")`: a call of a saved query. */
export interface SavedQueryCommand extends NodeBase {
  readonly kind: 'SavedQueryCommand';
  readonly name: Name;
  readonly arguments: readonly Option[];
}

/** `accum f [as out]`. */
export interface AccumCommand extends NodeBase {
  readonly kind: 'AccumCommand';
  readonly field: FieldName;
  readonly alias?: Alias;
}

/** `autoregress f [as a] [p=1-4]`. */
export interface AutoregressCommand extends NodeBase {
  readonly kind: 'AutoregressCommand';
  readonly field: FieldName;
  readonly alias?: Alias;
  readonly from?: NumberLiteral;
  readonly to?: NumberLiteral;
}

/** `filldown a b*`: names are separated by blanks and may hold `*`. */
export interface FilldownCommand extends NodeBase {
  readonly kind: 'FilldownCommand';
  readonly patterns: readonly Name[];
}

/** `fillmissing [with v for f, …]`. */
export interface FillmissingCommand extends NodeBase {
  readonly kind: 'FillmissingCommand';
  readonly fills: readonly Fill[];
}

export interface Fill extends NodeBase {
  readonly kind: 'Fill';
  readonly value: Expression;
  readonly field: FieldName;
}

/** `outlier [action=…] [param=…] … f g`. */
export interface OutlierCommand extends NodeBase {
  readonly kind: 'OutlierCommand';
  readonly options: readonly Option[];
  readonly fields: readonly FieldName[];
}

/** `sessionize f, … [maxspan 30m] [as id]`. */
export interface SessionizeCommand extends NodeBase {
  readonly kind: 'SessionizeCommand';
  readonly fields: readonly FieldName[];
  readonly maxspan?: Duration;
  readonly alias?: Alias;
}

export interface CountFrequentCommand extends NodeBase {
  readonly kind: 'CountFrequentCommand';
  readonly fields: readonly FieldName[];
}

/** `addtotals [fieldname=Total] [row=true] [col=false] [f, …]`. */
export interface AddtotalsCommand extends NodeBase {
  readonly kind: 'AddtotalsCommand';
  readonly options: readonly Option[];
  readonly fields: readonly FieldName[];
}

/** `relevantfields [f, …] where cond`. */
export interface RelevantfieldsCommand extends NodeBase {
  readonly kind: 'RelevantfieldsCommand';
  readonly fields: readonly FieldName[];
  readonly condition: Expression;
}

/** `logcompare timeshift 7d`. */
export interface LogcompareCommand extends NodeBase {
  readonly kind: 'LogcompareCommand';
  readonly timeshift: Duration;
}

export interface EstimateCommand extends NodeBase {
  readonly kind: 'EstimateCommand';
}

/** A stage that flowq does not know, or could not read: printed back as it was written. */
export interface UnknownCommand extends NodeBase {
  readonly kind: 'UnknownCommand';
  /** The first word, or nothing where the stage does not begin with one. */
  readonly name?: Name;
  /** The whole stage as written. */
  readonly text: string;
}

export type Command =
  | SourceCommand
  | FieldsCommand
  | DisplayCommand
  | FilterCommand
  | FilterIndexCommand
  | ParseCommand
  | JsonCommand
  | StatsCommand
  | SortCommand
  | LimitCommand
  | DedupCommand
  | PatternCommand
  | DiffCommand
  | AnomalyCommand
  | UnmaskCommand
  | UnnestCommand
  | ExpandCommand
  | LookupCommand
  | JoinCommand
  | AppendcolsCommand
  | AccumCommand
  | AutoregressCommand
  | FilldownCommand
  | FillmissingCommand
  | OutlierCommand
  | SessionizeCommand
  | CountFrequentCommand
  | AddtotalsCommand
  | RelevantfieldsCommand
  | LogcompareCommand
  | EstimateCommand
  | SavedQueryCommand
  | UnknownCommand;
