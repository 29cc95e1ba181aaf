export type { Diagnostic, Edit, Fix, Severity } from './text/diagnostic.ts';
export { QueryError } from './text/query-error.ts';
export type { Position, Source, Span } from './text/source.ts';
