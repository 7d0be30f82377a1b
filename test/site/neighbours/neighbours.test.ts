import { afterAll, beforeAll, expect, it } from 'vitest';
import { ask } from '../ask.ts';
import { startSites, type DemoSites } from '../sites.ts';

let sites: DemoSites;

beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.stop());

it('the third party gives one number for all sites and one for each, and knows the sites it saw them on', async () => {
  const pixel = 'https://px.bluebird-metrics.example/p.gif?site=northwind&visitor=n-1';
  const first = await ask(sites.proxyPort, pixel, { headers: { referer: 'https://northwind-news.example/' } });
  expect(first.setCookies).toEqual([
    expect.stringMatching(
      /^bbid=[\da-f]{32}; Path=\/; Domain=bluebird-metrics.example; Max-Age=31536000; SameSite=None; Secure$/u,
    ),
    expect.stringMatching(/^__Host-bbp=[\da-f]{32}; Path=\/; Max-Age=31536000; SameSite=None; Secure; Partitioned$/u),
  ]);
  const cookie = first.setCookies.map((line) => line.split(';')[0]).join('; ');
  const again = await ask(sites.proxyPort, pixel, { cookie, headers: { referer: 'https://copperkettle.example/' } });
  expect(again.setCookies).toEqual([]);
  expect(sites.tracker.numbers.find(({ name }) => name === 'bbid')).toMatchObject({
    sites: ['northwind-news.example', 'copperkettle.example'],
    requests: 1,
  });
  expect(sites.tracker.requests.at(-1)?.cookie).toBe(cookie);
});

it('the third party’s chain crosses hosts, sets a cookie on the way and ends at the pixel', async () => {
  const way: string[] = [];
  let address = 'https://r.bluebird-metrics.example/hop?n=3';
  let cookies = 0;
  while (address !== '') {
    const answer = await ask(sites.proxyPort, address);
    way.push(`${new URL(address).hostname}${new URL(address).pathname}`);
    if (answer.status === 302) cookies += answer.setCookies.length;
    address = answer.headers.location ?? '';
  }
  expect(way).toEqual([
    'r.bluebird-metrics.example/hop',
    'px.bluebird-metrics.example/hop',
    'r.bluebird-metrics.example/hop',
    'px.bluebird-metrics.example/p.gif',
  ]);
  expect(cookies).toBe(1);
});

it('the library sets preferences and a token, and no number', async () => {
  const { setCookies } = await ask(sites.proxyPort, 'https://riverside-library.example/');
  expect(setCookies.map((line) => line.split('=')[0])).toEqual(['lang', 'theme', 'csrf']);
});

it('the content host sets nothing', async () => {
  const style = await ask(sites.proxyPort, 'https://assets.plain-cdn.example/type.css');
  expect([style.status, style.setCookies]).toEqual([200, []]);
  expect(sites.cdn.at(-1)?.url).toBe('https://assets.plain-cdn.example/type.css');
});

it('a collector lets the shop’s pages read its answer with their cookies', async () => {
  const origin = 'https://halden-audio.example';
  const body = '{"data":[{"e":"pv","duid":"s-1"}]}';
  const address = 'https://sp.snow-collector.example/com.snowplowanalytics.snowplow/tp2';
  const answer = await ask(sites.proxyPort, address, { body, headers: { origin } });
  expect(answer.headers['access-control-allow-origin']).toBe(origin);
  expect(answer.headers['access-control-allow-credentials']).toBe('true');
  expect(sites.collectors.snow.visitorIds).toEqual(['s-1']);
  expect(answer.setCookies[0]).toContain(`sp=${sites.collectors.snow.given[0]};`);
});

it('the odd page is sent byte by byte, and counted as a page', async () => {
  const answer = await ask(sites.proxyPort, 'https://weather-today.example/odd');
  expect(answer.setCookies).toContain('<img src=x onerror=document.title=1>=markup; Path=/; Max-Age=3600');
  expect(answer.text).toContain('&lt;script&gt;document.title');
  expect(sites.weather.visitors.at(-1)?.pages.map(({ path }) => path)).toEqual(['/odd']);
});

it('the paper’s front page asks for 60 things, which are all there', async () => {
  const front = await ask(sites.proxyPort, 'https://northwind-news.example/front');
  const asked = Array.from(front.text.matchAll(/<(?:img|script)[^>]* src="([^"]+)"/gu), ([, address = '']) => address)
    .filter((address) => address !== '/script/stay.js')
    .map((address) => new URL(address.replaceAll('&amp;', '&'), 'https://northwind-news.example/').href);
  expect(new Set(asked).size).toBe(60);
  const statuses = await Promise.all(asked.map(async (address) => (await ask(sites.proxyPort, address)).status));
  expect(new Set(statuses)).toEqual(new Set([200]));
});
