import { invalidParameter } from '../service-fault.ts';

export interface PageRequest<Item> {
  readonly token: string | undefined;
  readonly size: number;
  /** Unique, and ascending along the items. */
  readonly keyOf: (item: Item) => string;
}

/** A page of a sorted list: the token names the last entry that was given, so entries made meanwhile neither repeat nor hide others. */
export function pageOf<Item>(
  items: readonly Item[],
  { token, size, keyOf }: PageRequest<Item>,
): { readonly page: readonly Item[]; readonly nextToken: string | undefined } {
  const after = token === undefined ? undefined : readToken(token);
  const first = after === undefined ? 0 : items.findIndex((item) => keyOf(item) > after);
  const page = first < 0 ? [] : items.slice(first, first + size);
  const isLast = first < 0 || first + size >= items.length;
  return { page, nextToken: isLast ? undefined : writeToken(keyOf(page.at(-1)!)) };
}

/** Opaque to clients. */
export function writeToken(text: string): string {
  return Buffer.from(`1:${text}`).toString('base64url');
}

/** The text in a token of `writeToken`. */
export function readToken(token: string): string {
  const text = Buffer.from(token, 'base64url').toString();
  if (!text.startsWith('1:')) throw invalidParameter('The specified nextToken is invalid.');
  return text.slice(2);
}
