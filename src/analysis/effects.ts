import type { Command } from '../language/command-nodes.ts';
import { applyDisplay, applyFields } from './effects/fields.ts';
import { applyAppendcols, applyJoin, applyLookup } from './effects/joins.ts';
import { applyJson, applyParse } from './effects/parse.ts';
import {
  applyAccum,
  applyAddtotals,
  applyAutoregress,
  applyCountFrequent,
  applyOutlier,
  applyPattern,
  applyRelevantfields,
  applySessionize,
  applyUnnest,
} from './effects/series.ts';
import { applyStats } from './effects/stats.ts';
import { aggregated, type Pipeline } from './pipeline.ts';
import type { AnalysisOptions } from './scope.ts';

/** What is known after a command, from what is known before it. */
export function applyCommand(command: Command, pipeline: Pipeline, options: AnalysisOptions): Pipeline {
  switch (command.kind) {
    case 'FieldsCommand':
      return applyFields(command, pipeline);
    case 'DisplayCommand':
      return applyDisplay(command, pipeline);
    case 'ParseCommand':
      return applyParse(command, pipeline, options.format);
    case 'JsonCommand':
      return applyJson(command, pipeline);
    case 'StatsCommand':
      return applyStats(command, pipeline);
    case 'LookupCommand':
      return applyLookup(command, pipeline);
    case 'JoinCommand':
      return applyJoin(command, pipeline);
    case 'AppendcolsCommand':
      return applyAppendcols(command, pipeline);
    case 'UnnestCommand':
      return applyUnnest(command, pipeline);
    case 'PatternCommand':
      return applyPattern();
    case 'AccumCommand':
      return applyAccum(command, pipeline);
    case 'AutoregressCommand':
      return applyAutoregress(command, pipeline);
    case 'OutlierCommand':
      return applyOutlier(command, pipeline);
    case 'SessionizeCommand':
      return applySessionize(command, pipeline);
    case 'CountFrequentCommand':
      return applyCountFrequent(command, pipeline);
    case 'AddtotalsCommand':
      return applyAddtotals(command, pipeline);
    case 'RelevantfieldsCommand':
      return applyRelevantfields();
    case 'EstimateCommand':
      return aggregated([], true);
    case 'AnomalyCommand':
    case 'DiffCommand':
    case 'LogcompareCommand':
    case 'SavedQueryCommand':
    case 'UnknownCommand':
      // These add columns that the manual does not name, or do what flowq cannot know.
      return { ...pipeline, scope: { ...pipeline.scope, isOpen: true } };
    case 'SourceCommand':
    case 'FilterCommand':
    case 'FilterIndexCommand':
    case 'SortCommand':
    case 'LimitCommand':
    case 'DedupCommand':
    case 'UnmaskCommand':
    case 'ExpandCommand':
    case 'FilldownCommand':
    case 'FillmissingCommand':
      return pipeline;
  }
}
