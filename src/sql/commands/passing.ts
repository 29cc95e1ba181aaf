import type { CompileCommand } from '../command.ts';

/** Files have nothing that is masked. */
export const unmask: CompileCommand<'UnmaskCommand'> = () => undefined;

/** The caller chose where the events are; what the query says about log groups is told, not obeyed. */
export const source: CompileCommand<'SourceCommand'> = (_, flow) => {
  const told = 'SOURCE chooses log groups of an account; the local events were read instead.';
  if (!flow.warnings.includes(told)) flow.warnings.push(told);
};
