import type { Command } from '../language/command-nodes.ts';

/** What can stand at the places of a command, as far as the words around a place tell. */
export interface CommandGrammar {
  /** What an operand can be; nothing for commands that take none. */
  readonly operands: 'expressions' | 'aggregates' | 'fields' | 'none';
  /** Operands follow each other without a comma. */
  readonly separatedByBlanks?: boolean;
  /** Words that can stand where an operand can. */
  readonly openers?: readonly string[];
  /** Words that can follow an operand. */
  readonly followers?: readonly string[];
  /** Words that can follow an operand once another word stands before it, in place of `followers`. */
  readonly followersAfter?: Readonly<Record<string, readonly string[]>>;
  /** Words that can follow a string or a regular expression, in place of `followers`. */
  readonly patternFollowers?: readonly string[];
  /** Options, written `name=value`, with the values that are known. */
  readonly options?: Readonly<Record<string, readonly string[]>>;
}

const conditions = ['and', 'or', 'like', 'not like', 'in', 'not in'];
const truths = ['true', 'false'];
const columns: CommandGrammar = { operands: 'expressions', followers: ['as'] };
const fields: CommandGrammar = { operands: 'fields' };

/** The commands behind whose name something can be completed. */
export const grammars: Readonly<Partial<Record<Command['kind'], CommandGrammar>>> = {
  FieldsCommand: columns,
  DisplayCommand: columns,
  FilterCommand: { operands: 'expressions', openers: ['not'], followers: conditions },
  FilterIndexCommand: { operands: 'fields', followers: ['in', 'and'] },
  ParseCommand: {
    operands: 'fields',
    openers: ['logfmt', 'csv'],
    followers: ['logfmt', 'csv'],
    patternFollowers: ['as', 'multi'],
  },
  JsonCommand: { operands: 'none', options: { field: [] }, patternFollowers: ['as'] },
  StatsCommand: { operands: 'aggregates', followers: ['as', 'by'], followersAfter: { by: ['as', 'offset'] } },
  SortCommand: { operands: 'expressions', followers: ['asc', 'desc'] },
  LimitCommand: { operands: 'none', openers: ['any'] },
  DedupCommand: fields,
  UnmaskCommand: fields,
  PatternCommand: fields,
  ExpandCommand: fields,
  CountFrequentCommand: fields,
  UnnestCommand: { operands: 'fields', followers: ['into'] },
  DiffCommand: { operands: 'none', openers: ['previousDay', 'previousWeek', 'previousMonth'] },
  LookupCommand: { operands: 'fields', followers: ['as', 'OUTPUT', 'OUTPUTNEW'] },
  JoinCommand: {
    operands: 'expressions',
    options: { type: ['inner', 'left'], left: [], right: [] },
    followers: ['where'],
    followersAfter: { where: ['and'] },
  },
  AppendcolsCommand: { operands: 'none', options: { override: truths, max: [] } },
  AccumCommand: { operands: 'fields', followers: ['as'] },
  AutoregressCommand: { operands: 'fields', followers: ['as'] },
  AddtotalsCommand: { operands: 'fields', options: { fieldname: [], row: truths, col: truths } },
  FilldownCommand: { operands: 'fields', separatedByBlanks: true },
  FillmissingCommand: { operands: 'fields', openers: ['with'], followers: ['for'] },
  OutlierCommand: {
    operands: 'fields',
    separatedByBlanks: true,
    options: { action: ['remove', 'transform'], param: [], uselower: truths, mark: truths },
  },
  SessionizeCommand: { operands: 'fields', followers: ['maxspan', 'as'] },
  RelevantfieldsCommand: { operands: 'expressions', followers: ['where'], followersAfter: { where: conditions } },
  LogcompareCommand: { operands: 'none', openers: ['timeshift'] },
};
