/** A saved query of the account. */
export interface QueryDefinition {
  readonly id: string;
  readonly name: string;
  readonly queryString: string;
  readonly queryLanguage: string;
  readonly lastModified: number;
  readonly logGroupNames: readonly string[];
  readonly parameters: readonly QueryParameter[];
  /** The token of the request that made it: the same request again makes no second one. */
  readonly clientToken?: string | undefined;
}

export interface QueryParameter {
  readonly name: string;
  readonly defaultValue?: string | undefined;
  readonly description?: string | undefined;
}
