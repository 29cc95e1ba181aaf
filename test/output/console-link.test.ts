import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consoleLink, ConsoleLinkError } from '../../src/output/console-link.ts';
import { decodeConsoleLink } from './decode-console-link.ts';

const target = { query: 'fields @message', region: 'eu-central-1', logGroups: ['/vpc/flow'], range: 3600 };

describe('a console link', () => {
  it('opens the query on the log groups, relative to the moment it is opened', () => {
    expect(consoleLink(target)).toBe(
      'https://eu-central-1.console.aws.amazon.com/cloudwatch/home?region=eu-central-1#logsV2:logs-insights$3FqueryDetail$3D' +
        "~(end~0~start~-3600~timeType~'RELATIVE~tz~'UTC~unit~'seconds~editorString~'fields*20*40message~source~(~'*2fvpc*2fflow)~lang~'CWLI)",
    );
  });

  it('names fixed instants where the range is fixed', () => {
    const range = { start: Date.UTC(2026, 10, 20, 10), end: Date.UTC(2026, 10, 20, 11) };
    expect(decodeConsoleLink(consoleLink({ ...target, range })).detail).toMatchObject({
      start: '2026-11-20T10:00:00.000Z',
      end: '2026-11-20T11:00:00.000Z',
      timeType: 'ABSOLUTE',
    });
  });

  it('leaves the log groups to a query that names them itself', () => {
    expect(decodeConsoleLink(consoleLink({ ...target, logGroups: [] })).detail).not.toHaveProperty('source');
  });

  it.each([
    ['us-east-1', 'us-east-1.console.aws.amazon.com'],
    ['cn-north-1', 'cn-north-1.console.amazonaws.cn'],
    ['us-gov-west-1', 'us-gov-west-1.console.amazonaws-us-gov.com'],
  ])('of region %s leads to %s', (region, host) => {
    expect(decodeConsoleLink(consoleLink({ ...target, region }))).toMatchObject({ host, region });
  });

  it.each(['us-iso-east-1', 'eusc-de-east-1', 'Frankfurt', '', 'eu-central-1/../x'])(
    'is refused for region "%s"',
    (region) => {
      expect(() => consoleLink({ ...target, region })).toThrow(ConsoleLinkError);
    },
  );

  it('gives any query and log group back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (query, group) => {
        const { detail } = decodeConsoleLink(consoleLink({ ...target, query, logGroups: [group, 'b'] }));
        expect(detail).toMatchObject({ editorString: query, source: [group, 'b'] });
      }),
    );
  });

  it.each(libraryQueries())('gives %s of the library back', (path) => {
    const query = readFileSync(path, 'utf8');
    expect(decodeConsoleLink(consoleLink({ ...target, query })).detail).toMatchObject({ editorString: query });
  });
});

describe('the decoder of these tests', () => {
  // Found in public repositories: what the console itself and other tools write.
  it.each([
    [
      "https://us-east-1.console.aws.amazon.com/cloudwatch/home?region=us-east-1#logs-insights:queryDetail=~(end~'2016-12-31T16*3a00*3a00.000Z~start~'2016-12-31T15*3a00*3a00.000Z~timeType~'ABSOLUTE~tz~'UTC~editorString~'stats*20count*28*40message*29*20by*20bin*281h*29~isLiveTail~false~source~(~'fake-log-group-one~'fake-log-group-two))",
      'stats count(@message) by bin(1h)',
      ['fake-log-group-one', 'fake-log-group-two'],
    ],
    [
      "https://eu-west-2.console.aws.amazon.com/cloudwatch/home?region=eu-west-2#logsV2:logs-insights$3FqueryDetail$3D~(end~0~start~-7200~timeType~'RELATIVE~tz~'UTC~unit~'seconds~editorString~'filter*20message*20*3d*20*27Processed*20batch*27*0a*7c*20stats*20sum*28new_matches*29*20by*20bin*281m*29~queryId~'4aedef95-adc4-4d88-b9b7-7da8bfdf5d9f~source~(~'*2faws*2flambda*2fabods-sandbox-sirivm-otp-matching-function)~lang~'CWLI)$26tab$3Dvisualization$26chartType$3Dline)",
      "filter message = 'Processed batch'\n| stats sum(new_matches) by bin(1m)",
      ['/aws/lambda/abods-sandbox-sirivm-otp-matching-function'],
    ],
    [
      "https://console.aws.amazon.com/cloudwatch/home?region=us-east-1#logs-insights:queryDetail=~(end~0~start~-900~timeType~'RELATIVE~unit~'seconds~editorString~'fields*20*40timestamp*2c*20*40message*0a*7c*20filter*20*60kubernetes.labels.app_kubernetes_io*2finstance*60*3d*22prc--prod*22*0a*7c*20sort*20*40timestamp*20desc*0a*7c*20limit*2020~isLiveTail~false~queryId~'89133ab9-5bb4-4770-b3e9-96052e8300ef~source~(~'*2faws*2fcontainerinsights*2flibero-eks--franklin*2fapplication));tab=logs",
      'fields @timestamp, @message\n| filter `kubernetes.labels.app_kubernetes_io/instance`="prc--prod"\n| sort @timestamp desc\n| limit 20',
      ['/aws/containerinsights/libero-eks--franklin/application'],
    ],
  ])('reads %s', (link, query, groups) => {
    expect(decodeConsoleLink(link).detail).toMatchObject({ editorString: query, source: groups });
  });
});

/** Every saved query that ships. */
function libraryQueries(): string[] {
  const folder = resolve(import.meta.dirname, '../../queries');
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.cwli'))
    .map((file) => join(folder, file));
}
