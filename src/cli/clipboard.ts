import { InputError } from './errors.ts';

/** Puts a text into the clipboard; throws `InputError` where there is none, as on a server. */
export async function copyToClipboard(text: string): Promise<void> {
  const { default: clipboard } = await import('clipboardy');
  try {
    await clipboard.write(text);
  } catch (cause) {
    throw new InputError('There is no clipboard to copy to; leave out --copy and pipe the output instead.', { cause });
  }
}
