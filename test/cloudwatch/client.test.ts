import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { openLogsApi } from '../../src/cloudwatch/client.ts';
import { defaultRetryPolicy } from '../../src/cloudwatch/retry.ts';
import { startScriptedLogsServer } from '../support/scripted-logs-server.ts';

const noRetries = { ...defaultRetryPolicy, retries: 0 };

beforeEach(() => {
  const folder = mkdtempSync(join(tmpdir(), 'flowq-aws-'));
  writeFileSync(
    join(folder, 'config'),
    '[profile work]\nregion = ap-northeast-1\naws_access_key_id = WORKKEY\naws_secret_access_key = secret\n[profile bare]\n',
  );
  writeFileSync(join(folder, 'credentials'), '');
  vi.stubEnv('AWS_CONFIG_FILE', join(folder, 'config'));
  vi.stubEnv('AWS_SHARED_CREDENTIALS_FILE', join(folder, 'credentials'));
  vi.stubEnv('AWS_EC2_METADATA_DISABLED', 'true');
  for (const name of ['AWS_REGION', 'AWS_PROFILE', 'AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY']) {
    vi.stubEnv(name, undefined);
  }
});

afterEach(() => vi.unstubAllEnvs());

describe('the client', () => {
  it('says that a region is none', async () => {
    await expect(openLogsApi({ region: 'bad region' })).rejects.toThrow(
      '"bad region" is no AWS region; name one such as',
    );
  });

  it('says that no region is set', async () => {
    await expect(openLogsApi()).rejects.toThrow('No AWS region is set: give --region');
  });

  it('names the profile that has no region', async () => {
    await expect(openLogsApi({ profile: 'bare' })).rejects.toThrow('a region in the profile "bare"');
  });

  it('says that there are no credentials, in one sentence', async () => {
    const api = await openLogsApi({ region: 'eu-west-1', endpointUrl: 'http://127.0.0.1:9', retry: noRetries });
    await expect(api.stopQuery({ queryId: 'q' })).rejects.toThrow('No AWS credentials were found');
    api.close();
  });

  it('takes region and credentials of a profile', async () => {
    const server = await startScriptedLogsServer({ StopQuery: [{ body: { success: true } }] });
    const api = await openLogsApi({ profile: 'work', endpointUrl: server.url, retry: noRetries });
    await api.stopQuery({ queryId: 'q' });
    expect(server.requests[0]!.authorization).toMatch(/Credential=WORKKEY\/\d+\/ap-northeast-1\/logs\//);
    api.close();
    await server.close();
  });

  it('refuses an endpoint that is no URL', async () => {
    await expect(openLogsApi({ region: 'eu-west-1', endpointUrl: 'localhost:4580' })).rejects.toThrow(
      'The endpoint "localhost:4580" is not a URL',
    );
  });

  it('says where nobody listens', async () => {
    const api = await openLogsApi({ profile: 'work', endpointUrl: 'http://127.0.0.1:9', retry: noRetries });
    await expect(api.stopQuery({ queryId: 'q' })).rejects.toThrow(
      'Cannot reach CloudWatch Logs at http://127.0.0.1:9: nothing listens there.',
    );
    api.close();
  });
});
