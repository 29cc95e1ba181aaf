/** A template, or what it was given, cannot make a query. */
export class TemplateError extends Error {
  override readonly name = 'TemplateError';
  /** Fields that the template needs and the format lacks. */
  readonly missingFields: readonly string[];

  constructor(message: string, options: ErrorOptions & { readonly missingFields?: readonly string[] } = {}) {
    super(message, options);
    this.missingFields = options.missingFields ?? [];
  }
}
