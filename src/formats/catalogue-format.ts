/** What a file of `catalogue/` says of one format: data only. */
export interface CatalogueFormat {
  readonly name: string;
  readonly aliases?: readonly string[];
  /** One line, no full stop. */
  readonly title: string;
  /** Where the format and its records come from. */
  readonly source: string;
  /** The format string, as `printFormat` writes it. */
  readonly text: string;
  /** CloudWatch discovers the fields of these events without a `parse`. */
  readonly isDiscovered?: boolean;
  readonly samples: readonly SampleRecord[];
}

/** A record as a log holds it. */
export interface SampleRecord {
  readonly topic: string;
  readonly record: string;
  /** Made or edited by somebody: its values need not fit each other. */
  readonly isEdited?: boolean;
}
