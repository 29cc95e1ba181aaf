import type { LogFormat } from '../formats/format.ts';

/** What the events of a source look like inside: decides how a field that no command made is found. */
export type EventShape = LinesShape | ColumnsShape;

/**
 * One text per event. With a format whose fields the service discovers, they are found by position; any other line is
 * looked at as JSON (dotted paths) where it is JSON, so JSON lines, plain text and mixtures of both are one shape; so are
 * the platform lines of Lambda (`@requestId`, `@duration` …), unless a format is known.
 */
export interface LinesShape {
  readonly kind: 'lines';
  /** The format of the lines, given or inferred; its `start` is the event time where the source has no other. */
  readonly format?: LogFormat;
  /** Lines of a Lambda function, for certain: its fields are discovered even beside a format. */
  readonly isLambda?: boolean;
}

/** The fields of a format stand in columns: an imported store, Parquet flow logs. */
export interface ColumnsShape {
  readonly kind: 'columns';
  readonly format: LogFormat;
  /** One entry per field of the format, in its order; NULL where an event does not follow the format. */
  readonly fields: readonly StoredField[];
  /** SQL condition: the message is exactly the separators and the fields joined. Absent: always so. */
  readonly isWhole?: string;
}

export interface StoredField {
  /** SQL over the columns of the relation. */
  readonly sql: string;
  /** `text`: VARCHAR as it stood in the record; `number`: a numeric column, NULL where the record had none. */
  readonly type: 'text' | 'number';
}

/** SQL over the columns of the relation, where the source has such a thing. */
export interface EventColumns {
  /** VARCHAR: the event as it was logged. */
  readonly message: string;
  /** BIGINT: epoch milliseconds. Absent: taken from the format's `start`, or there is none. */
  readonly timestamp?: string;
  /** BIGINT: epoch milliseconds. */
  readonly ingestionTime?: string;
  /** VARCHAR. */
  readonly logStream?: string;
  /** VARCHAR: `account:group`. */
  readonly log?: string;
  /** BIGINT, unique, ascending in reading order. Absent: the engine numbers the rows as they come. */
  readonly ordinal?: string;
}
