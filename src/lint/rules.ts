import type { Rule } from './rule.ts';
import { addressPrefix } from './rules/address-prefix.ts';
import { aggregateInStats } from './rules/aggregate-in-stats.ts';
import { argumentCount } from './rules/argument-count.ts';
import { argumentType } from './rules/argument-type.ts';
import { binWidth } from './rules/bin-width.ts';
import { countCondition } from './rules/count-condition.ts';
import { declaredParameters } from './rules/declared-parameters.ts';
import { documentedSpelling } from './rules/documented-spelling.ts';
import { estimateLast } from './rules/estimate-last.ts';
import { hyphenatedName } from './rules/hyphenated-name.ts';
import { likeTextIsLiteral } from './rules/like-text-is-literal.ts';
import { limitLast } from './rules/limit-last.ts';
import { limitRange } from './rules/limit-range.ts';
import { limitedRecords } from './rules/limited-records.ts';
import { memoryUnits } from './rules/memory-units.ts';
import { needsPattern } from './rules/needs-pattern.ts';
import { noCidrAsText } from './rules/no-cidr-as-text.ts';
import { noConstantCondition } from './rules/no-constant-condition.ts';
import { noDeprecatedCommand } from './rules/no-deprecated-command.ts';
import { noDuplicateColumn } from './rules/no-duplicate-column.ts';
import { noFieldAfterStats } from './rules/no-field-after-stats.ts';
import { noFieldBeforeParse } from './rules/no-field-before-parse.ts';
import { noLostBackslash } from './rules/no-lost-backslash.ts';
import { noMixedAndOr } from './rules/no-mixed-and-or.ts';
import { noNestedAggregate } from './rules/no-nested-aggregate.ts';
import { noNodataCounted } from './rules/no-nodata-counted.ts';
import { noPathOfNewAlias } from './rules/no-path-of-new-alias.ts';
import { noPatternAfterSort } from './rules/no-pattern-after-sort.ts';
import { noRedefinedField } from './rules/no-redefined-field.ts';
import { noSortBeforeStats } from './rules/no-sort-before-stats.ts';
import { noSumOfAddress } from './rules/no-sum-of-address.ts';
import { noTextSearchInNumber } from './rules/no-text-search-in-number.ts';
import { noTimestampText } from './rules/no-timestamp-text.ts';
import { noTrailingLazyGroup } from './rules/no-trailing-lazy-group.ts';
import { noUnknownField } from './rules/no-unknown-field.ts';
import { noUnknownFunction } from './rules/no-unknown-function.ts';
import { numberComparedWithText } from './rules/number-compared-with-text.ts';
import { onlyLimitAfterDedup } from './rules/only-limit-after-dedup.ts';
import { parseMatchesFormat } from './rules/parse-matches-format.ts';
import { preferEquals } from './rules/prefer-equals.ts';
import { queryLength } from './rules/query-length.ts';
import { quotedValue } from './rules/quoted-value.ts';
import { regexGroups } from './rules/regex-groups.ts';
import { singleDisplay } from './rules/single-display.ts';
import { sortDirection } from './rules/sort-direction.ts';
import { sourceFirst } from './rules/source-first.ts';
import { sourceLimits } from './rules/source-limits.ts';
import { starCount } from './rules/star-count.ts';
import { statsLimit } from './rules/stats-limit.ts';
import { statsNeedsAggregate } from './rules/stats-needs-aggregate.ts';
import { subqueryLimits } from './rules/subquery-limits.ts';
import { timeUnits } from './rules/time-units.ts';
import { topkAlone } from './rules/topk-alone.ts';
import { unknownSortKey } from './rules/unknown-sort-key.ts';
import { unknownValue } from './rules/unknown-value.ts';
import { validRegex } from './rules/valid-regex.ts';

/** Every rule of the linter, by its code. */
export const rules: readonly Rule[] = [
  addressPrefix,
  aggregateInStats,
  argumentCount,
  argumentType,
  binWidth,
  countCondition,
  declaredParameters,
  documentedSpelling,
  estimateLast,
  hyphenatedName,
  likeTextIsLiteral,
  limitLast,
  limitRange,
  limitedRecords,
  memoryUnits,
  needsPattern,
  noCidrAsText,
  noConstantCondition,
  noDeprecatedCommand,
  noDuplicateColumn,
  noFieldAfterStats,
  noFieldBeforeParse,
  noLostBackslash,
  noMixedAndOr,
  noNestedAggregate,
  noNodataCounted,
  noPathOfNewAlias,
  noPatternAfterSort,
  noRedefinedField,
  noSortBeforeStats,
  noSumOfAddress,
  noTextSearchInNumber,
  noTimestampText,
  noTrailingLazyGroup,
  noUnknownField,
  noUnknownFunction,
  numberComparedWithText,
  onlyLimitAfterDedup,
  parseMatchesFormat,
  preferEquals,
  queryLength,
  quotedValue,
  regexGroups,
  singleDisplay,
  sortDirection,
  sourceFirst,
  sourceLimits,
  starCount,
  statsLimit,
  statsNeedsAggregate,
  subqueryLimits,
  timeUnits,
  topkAlone,
  unknownSortKey,
  unknownValue,
  validRegex,
];

/** The rule with this code. */
export function findRule(code: string): Rule | undefined {
  return rules.find((rule) => rule.code === code);
}
