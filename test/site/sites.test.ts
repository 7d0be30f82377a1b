import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Answer } from './ask.ts';
import { startSites, type DemoSites } from './sites.ts';
import { monthOf, visitorOf, type VisitorRecord } from './visitor-log.ts';

const SHOP = 'https://halden-audio.example';
let sites: DemoSites;

beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.stop());

function cookieOf(answer: Answer, name: string): string {
  const line = answer.setCookies.find((cookie) => cookie.startsWith(`${name}=`)) ?? '';
  return line.split(';')[0] ?? '';
}

/** A newcomer on the shop: their Cookie header and their record. */
async function newcomer(): Promise<{ readonly cookie: string; readonly record: VisitorRecord }> {
  const first = await ask(sites.proxyPort, `${SHOP}/`);
  const cookie = `${cookieOf(first, 'hvid')}; ${cookieOf(first, 'csrf')}`;
  const number = cookieOf(first, 'hvid').replace('hvid=', '');
  const record = visitorOf(sites.shop, number);
  if (record === undefined) throw new Error(`The shop has no record of ${number}`);
  return { cookie, record };
}

describe('the proxy', () => {
  it('answers for a demo site over http and over https, and writes both down', async () => {
    const before = sites.proxyLog.length;
    expect((await ask(sites.proxyPort, 'http://riverside-library.example/')).status).toBe(200);
    expect((await ask(sites.proxyPort, 'https://riverside-library.example/catalogue')).status).toBe(200);
    const entries = sites.proxyLog.slice(before).map(({ kind, url, known }) => `${kind} ${url} ${known}`);
    expect(entries).toEqual([
      'request http://riverside-library.example/ true',
      'connect riverside-library.example:443 true',
      'request https://riverside-library.example/catalogue true',
    ]);
  });

  it('refuses any other host, and writes that down too', async () => {
    const before = sites.proxyLog.length;
    expect((await ask(sites.proxyPort, 'http://planted.example/x?y=1')).status).toBe(502);
    await expect(ask(sites.proxyPort, 'https://planted.example/')).rejects.toThrow('502');
    const entries = sites.proxyLog.slice(before).map(({ method, url, known }) => `${method} ${url} ${known}`);
    expect(entries).toEqual(['GET http://planted.example/x?y=1 false', 'CONNECT planted.example:443 false']);
  });
});

describe('the shop', () => {
  it('gives a newcomer a number for 400 days and renews it on the next page', async () => {
    const first = await ask(sites.proxyPort, `${SHOP}/hi-fi`);
    const line = first.setCookies.find((cookie) => cookie.startsWith('hvid='));
    expect(line).toMatch(/^hvid=[\da-f]{8}-[\da-f-]{27}; Path=\/; Max-Age=34560000; SameSite=Lax$/u);
    const again = await ask(sites.proxyPort, `${SHOP}/support`, { cookie: cookieOf(first, 'hvid') });
    expect(again.setCookies).toContain(line);
  });

  it('counts pages, sections, searches and time under the number', async () => {
    const { cookie, record } = await newcomer();
    await ask(sites.proxyPort, `${SHOP}/search?q=+car+mp3%20%20player+`, { cookie });
    await ask(sites.proxyPort, `${SHOP}/search?q=++`, { cookie });
    await ask(sites.proxyPort, `${SHOP}/no-such-page`, { cookie });
    await ask(sites.proxyPort, `${SHOP}/stay`, { cookie, body: '{"path":"/search","milliseconds":1200}' });
    await ask(sites.proxyPort, `${SHOP}/seen`, { cookie, body: '{"path":"/stories/the-amp"}' });
    expect(record.searches.map(({ term }) => term)).toEqual(['car mp3 player']);
    expect(record.months[monthOf(Date.now())]).toMatchObject({
      visits: 1,
      pages: 5,
      searches: 1,
      milliseconds: 1200,
      sections: { Home: 1, Search: 2, 'No such page': 1, Stories: 1 },
    });
  });

  it('counts a request for a part of a page, or ahead of time, as no page', async () => {
    const { cookie, record } = await newcomer();
    await ask(sites.proxyPort, `${SHOP}/hi-fi`, { cookie, headers: { 'sec-fetch-dest': 'empty' } });
    await ask(sites.proxyPort, `${SHOP}/hi-fi`, { cookie, headers: { 'sec-purpose': 'prefetch' } });
    await ask(sites.proxyPort, `${SHOP}/shop.css`, { cookie });
    expect(record.pages).toHaveLength(1);
    expect(record.requests).toHaveLength(4);
  });

  it('takes an order once, however often its confirmation is shown, and keeps no card', async () => {
    const { cookie, record } = await newcomer();
    const csrf = /csrf=(\w+)/u.exec(cookie)?.[1] ?? '';
    const fields = 'name email phone street postcode city card-name card-until card-code'.split(' ');
    const form = new URLSearchParams([...fields.map((field) => [field, 'x']), ['card', '4242424242424242']]);
    const filled = { cookie: `${cookie}; halden_cart=model-2` };
    const strange = await ask(sites.proxyPort, `${SHOP}/order`, { ...filled, body: form.toString() });
    expect(strange.status).toBe(403);
    form.set('csrf', csrf);
    const placed = await ask(sites.proxyPort, `${SHOP}/order`, { ...filled, body: form.toString() });
    expect(placed.status).toBe(303);
    for (let shown = 0; shown < 2; shown += 1) {
      const thanks = await ask(sites.proxyPort, SHOP + (placed.headers.location ?? ''), { cookie });
      expect(thanks.text).toContain(record.orders[0]?.reference);
    }
    expect(record.orders).toHaveLength(1);
    expect(JSON.stringify([sites.shop, sites.proxyLog])).not.toContain('4242424242424242');
  });

  it('counts a sign-in', async () => {
    const { cookie, record } = await newcomer();
    const csrf = /csrf=(\w+)/u.exec(cookie)?.[1] ?? '';
    const body = `csrf=${csrf}&name=Ada&password=x`;
    const answer = await ask(sites.proxyPort, `${SHOP}/your-account/sign-in`, { cookie, body });
    expect(answer.setCookies[0]).toMatch(/^sid=[\da-f]{32}; Path=\/; HttpOnly; SameSite=Lax$/u);
    const account = await ask(sites.proxyPort, `${SHOP}/your-account`, {
      cookie: `${cookie}; ${cookieOf(answer, 'sid')}`,
    });
    expect(account.text).toContain('Hello, Ada');
    expect(record.signIns).toBe(1);
  });

  it('sets nothing and asks nobody on a plain page', async () => {
    const before = sites.shop.visitors.length;
    const answer = await ask(sites.proxyPort, `${SHOP}/plain`);
    expect(answer.setCookies).toEqual([]);
    expect(answer.text).not.toMatch(/https:\/\//u);
    expect(sites.shop.visitors).toHaveLength(before);
  });

  it('shows what a visitor typed as text, never as markup', async () => {
    const answer = await ask(sites.proxyPort, `${SHOP}/search?q=%3Cimg+src%3Dx+onerror%3D1%3E%22`);
    expect(answer.text).toContain('“&lt;img src=x onerror=1&gt;&quot;”');
    expect(answer.text).not.toContain('<img src=x');
  });
});

describe('the oracle', () => {
  it('shows the log that the process holds', async () => {
    await newcomer();
    const answer = await ask(sites.proxyPort, `${SHOP}/__log`);
    expect(JSON.parse(answer.text)).toEqual(sites.shop);
  });

  it('counts another visit in another month when the clock is moved', async () => {
    const { cookie, record } = await newcomer();
    const offsetMs = 40 * 86_400_000;
    await ask(sites.proxyPort, `${SHOP}/__clock`, { body: JSON.stringify({ offsetMs }) });
    await ask(sites.proxyPort, `${SHOP}/`, { cookie });
    sites.setClock(0);
    expect(Object.values(record.months).map(({ visits }) => visits)).toEqual([1, 1]);
    expect(Object.keys(record.months)).toEqual([monthOf(Date.now()), monthOf(Date.now() + offsetMs)]);
  });

  it('can be falsified on purpose', async () => {
    const { record } = await newcomer();
    const lie = { number: record.number, field: 'month.visits', value: 7 };
    expect((await ask(sites.proxyPort, `${SHOP}/__tamper`, { body: JSON.stringify(lie) })).status).toBe(204);
    expect(record.months[monthOf(Date.now())]?.visits).toBe(7);
    const nowhere = { ...lie, field: 'month.nothing' };
    expect((await ask(sites.proxyPort, `${SHOP}/__tamper`, { body: JSON.stringify(nowhere) })).status).toBe(404);
  });

  it('changes the policy', async () => {
    await ask(sites.proxyPort, `${SHOP}/__policy`, { body: '{"text":"We sell everything.\\n\\nTwice."}' });
    expect((await ask(sites.proxyPort, `${SHOP}/privacy-policy`)).text).toContain('<p>We sell everything.</p>');
  });
});
