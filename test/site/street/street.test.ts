import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask } from '../ask.ts';
import { packageFile } from '../page-files.ts';
import { startSites, type DemoSites } from '../sites.ts';
import type { Shipped } from './sdk.ts';
import { hostOf, SDK_NAMES, SDKS, type SdkName } from './sdks.ts';

let sites: DemoSites;

beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.stop());

const AS_THEY_ARE = SDK_NAMES.filter((name) => (SDKS[name].shipped as Shipped).as !== 'modules');

describe('a shop of the street', () => {
  it.each(SDK_NAMES)('%s sets nothing itself, and says whose SDK counts there', async (name) => {
    const page = await ask(sites.proxyPort, `https://${hostOf(name)}/`);
    expect(page.setCookies).toEqual([]);
    expect(page.text).toContain(`You are counted here with the SDK of ${SDKS[name].maker}.`);
    expect((await ask(sites.proxyPort, `https://${hostOf(name)}/start.js`)).text).not.toBe('');
  });

  it.each(AS_THEY_ARE)('%s serves its SDK byte for byte as the package ships it', async (name) => {
    const { text } = await ask(sites.proxyPort, `https://${hostOf(name)}/sdk.js`);
    expect(text).toBe(packageFile(SDKS[name].shipped.path));
  });
});

const BACKWARDS = Buffer.from('{"statsigMetadata":{"stableID":"v-1"}}').toString('base64').split('').toReversed();

describe('a collector of the street', () => {
  it.each<[SdkName, string, string | Buffer, Readonly<Record<string, string>>]>([
    ['amplitude', 'https://api2.amplitude.com/2/httpapi', gzipSync('{"events":[{"device_id":"v-1"}]}'), {}],
    ['segment', 'https://api.segment.io/v1/p', '{"anonymousId":"v-1","type":"page"}', {}],
    ['ga4', 'https://www.google-analytics.com/g/collect?v=2&cid=v-1', '', {}],
    ['sentry', 'https://o1.ingest.sentry.io/api/1/envelope/', '{}\n{"type":"session"}\n{"sid":"s-1","did":"v-1"}', {}],
    [
      'elastic',
      'https://street.apm.eu-central-1.aws.elastic-cloud.com/intake/v3/rum/events',
      gzipSync('{"m":{}}\n{"x":{"id":"x-1","c":{"u":{"id":"v-1"}}}}'),
      {},
    ],
    ['newrelic', 'https://bam.nr-data.net/1/NRJS-1?a=1&s=v-1', '', {}],
    ['jitsu', 'https://street.d.jitsu.com/api/s/page', '{"anonymousId":"v-1"}', {}],
    ['statsig', 'https://featureassets.org/v1/initialize', BACKWARDS.join(''), { 'statsig-encoded': '1' }],
    ['statsig', 'https://prodregistryv2.org/v1/rgstr', '{"statsigMetadata":{"stableID":"v-1"}}', {}],
    ['fingerprint', 'https://collect.fingerprint-shop.example/visits', '{"visitorId":"v-1"}', {}],
  ])('%s writes down the visitor’s number that arrives at %s', async (name, address, body, headers) => {
    const { status } = await ask(sites.proxyPort, address, { body, headers });
    expect(status).toBe(200);
    expect(sites.street[name].requests.at(-1)?.ids).toEqual(['v-1']);
    expect(sites.street[name].visitorIds).toEqual(['v-1']);
  });

  it('OpenReplay’s gives a newcomer a number, and knows it again', async () => {
    const start = 'https://api.openreplay.com/ingest/v1/web/start';
    const first = await ask(sites.proxyPort, start, { body: '{"userUUID":null}' });
    const { userUUID } = JSON.parse(first.text) as { readonly userUUID: string };
    expect(sites.street.openreplay.visitorIds).toEqual([]);
    const again = await ask(sites.proxyPort, start, { body: JSON.stringify({ userUUID }) });
    expect(again.text).toContain(userUUID);
    expect(sites.street.openreplay).toMatchObject({ given: [userUUID], visitorIds: [userUUID] });
  });

  it('Vercel’s is on the site itself', async () => {
    await ask(sites.proxyPort, `https://${hostOf('vercel')}/_vercel/insights/view`, { body: '{"o":"/"}' });
    expect(sites.street.vercel.requests).toMatchObject([{ method: 'POST', ids: [] }]);
  });
});
