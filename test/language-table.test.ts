import { describe, expect, it } from 'vitest';
import { languageTable } from './support/language-table.ts';

describe('docs/language.md', () => {
  it('is what the tables of the language say; -u prints it anew', async () => {
    await expect(languageTable()).toMatchFileSnapshot('../docs/language.md');
  });

  it('leaves no example unread', () => {
    const rows = languageTable()
      .split('\n')
      .filter((line) => line.startsWith('| `'));
    expect(rows.filter((row) => row.split(' | ')[2] !== 'yes')).toEqual([]);
  });
});
