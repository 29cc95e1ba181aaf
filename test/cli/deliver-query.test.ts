import { describe, expect, it, vi } from 'vitest';
import { deliverQuery, type DeliveryOptions } from '../../src/cli/deliver-query.ts';
import type { Context } from '../../src/cli/context.ts';
import { InputError, UsageError } from '../../src/cli/errors.ts';
import { decodeConsoleLink } from '../output/decode-console-link.ts';

const clipboard = vi.hoisted(() => ({ text: '', isThere: true }));
vi.mock('clipboardy', () => ({
  default: {
    write: (text: string) => {
      if (!clipboard.isThere) return Promise.reject(new Error('Couldn’t find the `xsel` binary'));
      clipboard.text = text;
      return Promise.resolve();
    },
  },
}));

const query = 'fields @message\n| limit 5\n';

async function deliver(
  options: DeliveryOptions,
  env: Record<string, string> = {},
): Promise<{ stdout: string; stderr: string }> {
  const shown = { stdout: '', stderr: '' };
  const context = {
    stdout: (text: string) => (shown.stdout += text),
    stderr: (text: string) => (shown.stderr += text),
    env,
    now: () => new Date('2026-11-20T12:00:00Z'),
  } as unknown as Context;
  await deliverQuery(query, options, context);
  return shown;
}

async function linkDetail(options: DeliveryOptions): Promise<unknown> {
  const { stdout } = await deliver({ link: true, region: 'eu-west-1', logGroup: ['/vpc/flow'], ...options });
  return decodeConsoleLink(stdout.trim()).detail;
}

describe('a query that is delivered', () => {
  it('is printed, and nothing else', async () => {
    expect(await deliver({})).toEqual({ stdout: query, stderr: '' });
  });

  it('goes into the clipboard too', async () => {
    expect(await deliver({ copy: true })).toEqual({ stdout: query, stderr: 'Copied to the clipboard.\n' });
    expect(clipboard.text).toBe(query);
  });

  it('says so where there is no clipboard', async () => {
    clipboard.isThere = false;
    await expect(deliver({ copy: true })).rejects.toThrow(InputError);
    clipboard.isThere = true;
  });

  it('becomes a link that looks at the last hour', async () => {
    expect(await linkDetail({})).toMatchObject({
      editorString: query.trimEnd(),
      source: ['/vpc/flow'],
      start: -3600,
      end: 0,
    });
  });

  it('becomes a link that stays relative for --since and fixed for --start', async () => {
    expect(await linkDetail({ since: '2d' })).toMatchObject({ start: -172800, timeType: 'RELATIVE' });
    expect(await linkDetail({ start: '2026-11-19', end: '2026-11-19' })).toMatchObject({
      start: '2026-11-19T00:00:00.000Z',
      end: '2026-11-19T23:59:59.999Z',
    });
  });

  it('takes the region from the environment where no flag names it', async () => {
    const { stdout } = await deliver({ link: true, logGroup: ['g'] }, { AWS_REGION: 'cn-north-1' });
    expect(decodeConsoleLink(stdout.trim()).host).toBe('cn-north-1.console.amazonaws.cn');
  });

  it.each<[DeliveryOptions, RegExp]>([
    [{ link: true, logGroup: ['g'] }, /--link needs a region/],
    [{ link: true, region: 'eu-west-1' }, /--link needs the log groups/],
  ])('asks for what a link lacks: %j', async (options, message) => {
    const failure = await deliver(options).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toMatch(message);
  });
});
