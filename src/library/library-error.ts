/** Something of the library is not there, is there twice, or cannot be read. */
export class LibraryError extends Error {
  override readonly name = 'LibraryError';
}
