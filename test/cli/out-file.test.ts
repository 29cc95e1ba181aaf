import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError, InterruptedError } from '../../src/cli/errors.ts';
import { writeOutFile } from '../../src/cli/out-file.ts';

let cwd: string;
beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), 'flowq-out-'));
});
afterEach(() => rmSync(cwd, { recursive: true }));

async function* failing(): AsyncGenerator<string> {
  yield await Promise.resolve('half ');
  throw new Error('the engine broke');
}

describe('an output file', () => {
  it('holds the pieces joined, and nothing stands beside it', async () => {
    await writeOutFile('rows.csv', ['a,b\n', '1,é\n'], { cwd });
    expect(readFileSync(join(cwd, 'rows.csv'), 'utf8')).toBe('a,b\n1,é\n');
    expect(readdirSync(cwd)).toEqual(['rows.csv']);
  });

  it('is made even where there is nothing to write', async () => {
    await writeOutFile('rows.csv', [], { cwd });
    expect(readFileSync(join(cwd, 'rows.csv'), 'utf8')).toBe('');
  });

  it('keeps what it had when the answer fails half way', async () => {
    writeFileSync(join(cwd, 'rows.csv'), 'before');
    await expect(writeOutFile('rows.csv', failing(), { cwd })).rejects.toThrow('the engine broke');
    expect(readFileSync(join(cwd, 'rows.csv'), 'utf8')).toBe('before');
    expect(readdirSync(cwd)).toEqual(['rows.csv']);
  });

  it('is not made when the person interrupts', async () => {
    const signal = AbortSignal.abort(new InterruptedError());
    await expect(writeOutFile('rows.csv', ['a'], { cwd, signal })).rejects.toThrow(InterruptedError);
    expect(readdirSync(cwd)).toEqual([]);
  });

  it('keeps its permissions and the links that lead to it', async () => {
    writeFileSync(join(cwd, 'real.csv'), 'before');
    chmodSync(join(cwd, 'real.csv'), 0o640);
    symlinkSync('real.csv', join(cwd, 'link.csv'));
    await writeOutFile('link.csv', ['after'], { cwd });
    expect(readFileSync(join(cwd, 'real.csv'), 'utf8')).toBe('after');
    expect(statSync(join(cwd, 'real.csv')).mode & 0o777).toBe(0o640);
    expect(readdirSync(cwd).sort()).toEqual(['link.csv', 'real.csv']);
  });

  it('leaves a device a device', async () => {
    await writeOutFile('/dev/null', ['text'], { cwd });
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('is refused with a clear sentence where the path cannot be written', async () => {
    mkdirSync(join(cwd, 'folder'));
    writeFileSync(join(cwd, 'file'), '');
    await expect(writeOutFile('folder', ['a'], { cwd })).rejects.toThrow(
      'Cannot write "folder": it is a folder; name a file in it.',
    );
    await expect(writeOutFile('none/rows.csv', ['a'], { cwd })).rejects.toThrow(
      'Cannot write "none/rows.csv": there is no folder "none".',
    );
    await expect(writeOutFile('file/rows.csv', ['a'], { cwd })).rejects.toThrow(
      'Cannot write "file/rows.csv": "file" is not a folder.',
    );
    await expect(writeOutFile('none/rows.csv', ['a'], { cwd })).rejects.toThrow(InputError);
  });
});
