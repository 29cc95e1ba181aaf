import { describe, expect, it } from 'vitest';
import { findFormatOf, requireFormat } from '../../src/run/infer-format.ts';

const accepted =
  '2 123456789010 eni-1235b8ca123456789 172.31.16.139 172.31.16.21 20641 22 6 20 4249 1418530010 1418530070 ACCEPT OK';

describe('requireFormat', () => {
  it('says which format it found, and from how much', () => {
    const { format, notice } = requireFormat({ lines: [accepted, accepted], place: 'flow.log' });
    expect(format.name).toBe('vpc-default');
    expect(notice).toBe('Format of flow.log: vpc-default, inferred from 2 lines; --format names another.');
  });

  it('believes a header line', () => {
    const { notice } = requireFormat({ lines: ['srcaddr dstaddr bytes', '10.0.0.1 10.0.0.2 5'], place: 'a.log' });
    expect(notice).toBe("Format of a.log: '${srcaddr} ${dstaddr} ${bytes}', by its header line.");
  });

  it('looks into lines that were wrapped on their way', () => {
    const lines = [JSON.stringify({ message: accepted })];
    expect(requireFormat({ lines, place: 'a.log' }).format.name).toBe('vpc-default');
  });

  it('says what would help where the lines fit nothing', () => {
    expect(() => requireFormat({ lines: ['hello world'], place: 'a.log' })).toThrow(
      /^The lines of a\.log are in no format of the catalogue; name theirs, as in --format/,
    );
  });

  it('says that there is nothing to tell from', () => {
    expect(() => requireFormat({ lines: [], place: 'a.log' })).toThrow(/there are no events/);
  });

  it('names the formats that fit equally well', () => {
    const lines = Array.from({ length: 3 }, () => Array.from({ length: 30 }, () => '-').join(' '));
    expect(() => requireFormat({ lines, place: 'a.log' })).toThrow(
      /fit \d+ formats equally well: say --format [\w-]+ or --format /,
    );
  });
});

describe('findFormatOf', () => {
  it('is content with lines of no known format', () => {
    expect(findFormatOf({ lines: ['{"level":"info"}'], place: 'app.log' })).toBeUndefined();
  });
});
