import type { LogFormat } from '../formats/format.ts';

/** Where the events of a local query are. */
export type LocalInput = FileInput | StoreInput;

/** Files, folders and globs; `-` is standard input. */
export interface FileInput {
  readonly kind: 'files';
  /** Read in this order; the files of a folder or glob in the order of their paths. */
  readonly paths: readonly string[];
  /** Paths that are not absolute start here. */
  readonly cwd: string;
  /** Read for the path `-`. */
  readonly stdin?: NodeJS.ReadableStream;
  /** A name of `readers`; absent: each file's kind is found from its first lines. */
  readonly inputFormat?: string;
  /** The format of the records; absent: an S3 header line says it, or it stays unknown. */
  readonly format?: LogFormat;
}

/** Log groups that were imported. */
export interface StoreInput {
  readonly kind: 'store';
  /** The data folder. */
  readonly folder: string;
  readonly logGroups: readonly string[];
  /** The format of events that were imported without one. */
  readonly format?: LogFormat;
}
