const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * Text that cannot move the cursor, colour the terminal, hide or turn round what follows: control characters, line and
 * paragraph separators, zero-width and direction marks, and halves of surrogate pairs are written as escapes.
 */
export function visibleText(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- these characters are the subject
    /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]|\p{Cs}/gu,
    (character) => shortEscapes[character] ?? codeEscape(character.charCodeAt(0)),
  );
}

function codeEscape(code: number): string {
  return code < 0x100 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}
