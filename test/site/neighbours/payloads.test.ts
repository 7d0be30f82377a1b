import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import type { Exchange } from '../exchange.ts';
import { readHog, readSnow } from './payloads.ts';

function exchange(body: string | Buffer, address = 'https://collector.example/e/'): Exchange {
  const nothing = { method: 'POST', headers: {}, cookie: '', cookies: new Map<string, string>(), at: 0 };
  return { ...nothing, url: new URL(address), body: Buffer.from(body) };
}

const EVENT = JSON.stringify({ event: '$pageview', properties: { distinct_id: 'd-1', $device_id: 'd-2' } });
const SAID = { ids: ['d-1', 'd-2'], events: ['$pageview'] };

it('finds PostHog’s ids in plain JSON, in a base64 form and in gzip', () => {
  expect(readHog(exchange(EVENT))).toEqual({ form: 'json', ...SAID });
  expect(readHog(exchange(gzipSync(EVENT)))).toEqual({ form: 'gzip', ...SAID });
  const form = new URLSearchParams({ data: Buffer.from(EVENT).toString('base64') }).toString();
  expect(readHog(exchange(form))).toEqual({ form: 'base64', ...SAID });
});

it('finds Snowplow’s ids in a payload and in an address', () => {
  const payload = JSON.stringify({
    schema: 'iglu:payload_data',
    data: [
      { e: 'pv', duid: 's-1' },
      { e: 'pp', duid: 's-1' },
    ],
  });
  expect(readSnow(exchange(payload))).toEqual({ form: 'json', ids: ['s-1'], events: ['pv', 'pp'] });
  const address = 'https://collector.example/i?e=pv&duid=s-2';
  expect(readSnow(exchange('', address))).toEqual({ form: 'address', ids: ['s-2'], events: ['pv'] });
});

it('finds nothing in nothing and in rubbish', () => {
  expect(readHog(exchange('')).ids).toEqual([]);
  expect(readHog(exchange('{"')).ids).toEqual([]);
  expect(readSnow(exchange('rubbish')).ids).toEqual([]);
});
