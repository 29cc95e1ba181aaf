import { describe, expect, it } from 'vitest';
import { withFolder } from '../support/data-folder.ts';
import { runCli } from '../support/run-cli.ts';

describe('the file of a lookup table', () => {
  it.each([
    ['none.csv', 'there is no such file'],
    ['folder', 'it is a folder'],
  ])('is refused with its reason: %s', async (name, reason) => {
    const files = { 'a.log': 'one\n', 'folder/x.csv': 'x,y\n', 'q.cwli': 'lookup t x as @message output y' };
    await withFolder(files, async (folder) => {
      const run = await runCli(['run', 'q.cwli', '--file', 'a.log', '--table', `t=${name}`, '-q'], { cwd: folder });
      expect(run).toEqual({
        code: 2,
        stdout: '',
        stderr: `flowq: Cannot read the lookup table "${folder}/${name}": ${reason}.\n`,
      });
    });
  });
});
