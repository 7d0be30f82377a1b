import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Evidence } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { ask, type Answer } from '../ask.ts';
import { startSites, type DemoSites } from '../sites.ts';
import { PARTNER, WAY_NAMES, WAYS, ZOO, ZOO_WWW, type Way, type WayName } from './ways.ts';
import { besideLost, carriersOf, givenIn, requestsWith } from './witness.ts';

let sites: DemoSites;

beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.stop());

const KIND = { sid: 'login', csrf: 'security', cart: 'cart', lang: 'preference' } as const;

/** Where the answer with a way's number is; a script's page holds it. */
function sourceOf(way: WayName): string {
  const { by, party, address } = WAYS[way];
  if (way === 'chain') return `${ZOO_WWW}/hop`;
  if (party === 'third') return `${PARTNER}/set/${way}`;
  return by === 'part' ? `${ZOO}/set/${way}` : address;
}

/** What is known of a cookie from the line that sets it. */
function evidenceOf(line: string, party: Way['party']): Evidence {
  const [pair = '', ...attributes] = line.split('; ');
  const age = attributes.find((attribute) => attribute.startsWith('Max-Age='));
  return {
    area: 'cookie',
    name: pair.slice(0, pair.indexOf('=')),
    value: pair.slice(pair.indexOf('=') + 1),
    host: party === 'first' ? 'cookie-zoo.example' : 'zoo-partner.example',
    lifetime: age === undefined ? null : Number(age.slice('Max-Age='.length)),
    httpOnly: attributes.includes('HttpOnly'),
    party,
  };
}

function lineOf(answer: Answer, name: string): string | undefined {
  return answer.setCookies.find((line) => line.startsWith(`${name}=`));
}

describe.each(WAY_NAMES)('the way “%s”', (way) => {
  const { name, by, area, party }: Way = WAYS[way];
  let answer: Answer;
  beforeEach(async () => {
    answer = await ask(sites.proxyPort, sourceOf(way));
  });

  it('gives a number that is written down, and is known for one', () => {
    const given = givenIn(way === 'chain' || party === 'first' ? sites.zoo : sites.partner, way).at(-1);
    expect(given?.name).toBe(name);
    const byScript = by === 'script' || by === 'frame-script';
    const host = party === 'first' ? 'cookie-zoo.example' : 'zoo-partner.example';
    const lifetime = area === 'cookie' ? 34_560_000 : area === 'local-storage' ? 'never' : null;
    const evidence: Evidence = byScript
      ? { area, name, value: given?.value ?? '', host, lifetime, httpOnly: false, party }
      : evidenceOf(lineOf(answer, name) ?? '', party);
    expect(evidence.value).toBe(given?.value);
    expect(identify(evidence)).toMatchObject({ kind: 'random-id', token: given?.value });
    expect(answer.text.includes(`data-value="${given?.value}"`)).toBe(byScript);
    expect(lineOf(answer, name) === undefined).toBe(byScript);
  });
});

it.each(WAY_NAMES.filter((way) => WAYS[way].by !== 'frame-script'))(
  'the way “%s” sets login, form token, cart and language on the same response',
  async (way) => {
    const { name, party, terms }: Way = WAYS[way];
    const answer = await ask(sites.proxyPort, sourceOf(way));
    const lines = answer.setCookies.filter((line) => !line.startsWith(`${name}=`));
    const kinds = lines.map((line) => [line.split('_')[0] ?? '', identify(evidenceOf(line, party)).kind]);
    expect(Object.fromEntries(kinds)).toEqual(KIND);
    expect(lines.every((line) => line.includes('Partitioned') === (terms.partitioned === true))).toBe(true);
  },
);

describe('the zoo', () => {
  it('sets each header as its way says', async () => {
    const rest = async (way: WayName): Promise<string> => {
      const line = lineOf(await ask(sites.proxyPort, sourceOf(way)), WAYS[way].name) ?? '';
      return line.split('; ').slice(1).join('; ');
    };
    expect(await rest('header')).toBe('Path=/; Max-Age=34560000; SameSite=Lax');
    expect(await rest('http-only')).toBe('Path=/; Max-Age=34560000; HttpOnly; SameSite=Lax');
    expect(await rest('host-prefix')).toBe('Path=/; Max-Age=34560000; Secure; SameSite=Lax');
    expect(await rest('domain')).toBe('Path=/; Domain=cookie-zoo.example; Max-Age=34560000; SameSite=Lax');
    expect(await rest('path')).toBe('Path=/account; Max-Age=34560000; SameSite=Lax');
    expect(await rest('deep-path')).toBe('Max-Age=34560000; SameSite=Lax');
    expect(await rest('partitioned')).toBe('Path=/; Max-Age=34560000; SameSite=None; Secure; Partitioned');
  });

  it('redirects with the number, alone and in a chain over another host', async () => {
    const one = await ask(sites.proxyPort, WAYS.redirect.address);
    expect([one.status, one.headers.location]).toEqual([302, '/landed']);
    const first = await ask(sites.proxyPort, WAYS.chain.address);
    expect([first.status, first.headers.location, first.setCookies]).toEqual([302, `${ZOO_WWW}/hop`, []]);
    const second = await ask(sites.proxyPort, `${ZOO_WWW}/hop`);
    expect([second.status, second.headers.location]).toEqual([302, `${ZOO}/landed`]);
  });

  it('leads to itself until its number comes back', async () => {
    const away = await ask(sites.proxyPort, `${ZOO}/loop`);
    expect([away.status, away.headers.location]).toEqual([302, '/loop']);
    const cookie = away.setCookies[0]?.split(';')[0] ?? '';
    expect((await ask(sites.proxyPort, `${ZOO}/loop`, { cookie })).status).toBe(200);
  });

  it('sets its first number once more where it respawns it', async () => {
    await ask(sites.proxyPort, WAYS.header.address);
    const { setCookies } = await ask(sites.proxyPort, `${ZOO}/respawn`);
    expect(setCookies[0]).toContain(`zvid_header=${givenIn(sites.zoo, 'header')[0]?.value};`);
  });

  it('answers 404 where there is nothing, and 400 to a report that is none', async () => {
    expect((await ask(sites.proxyPort, `${ZOO}/way/none`)).status).toBe(404);
    expect((await ask(sites.proxyPort, `${ZOO}/seen`, { body: '{"page":1}' })).status).toBe(400);
  });
});

describe('the witness', () => {
  it('says what carried a number: later requests, and later pages that could read it', async () => {
    const first = await ask(sites.proxyPort, WAYS.header.address);
    const [given] = givenIn(sites.zoo, 'header').slice(-1);
    if (given === undefined) throw new Error('No number was given');
    expect(carriersOf(sites.zoo, given)).toEqual([]);
    const cookie = lineOf(first, 'zvid_header')?.split(';')[0] ?? '';
    await ask(sites.proxyPort, `${ZOO}/around`, { cookie });
    const report = { page: 'later', cookies: [], local: [['x', given.value]], session: [] };
    await ask(sites.proxyPort, `${ZOO}/seen`, { body: JSON.stringify(report) });
    expect(carriersOf(sites.zoo, given)).toEqual([`GET ${ZOO}/around`, 'read by a page']);
    expect(requestsWith(sites.zoo, given)).toBe(1);
  });

  it('lets the page that wrote a number go on seeing it', async () => {
    await ask(sites.proxyPort, WAYS.script.address);
    const [given] = givenIn(sites.zoo, 'script').slice(-1);
    if (given === undefined) throw new Error('No number was given');
    const report = { page: given.page, cookies: [['zvid_script', given.value]], local: [], session: [] };
    await ask(sites.proxyPort, `${ZOO}/seen`, { body: JSON.stringify(report) });
    expect(carriersOf(sites.zoo, given)).toEqual([]);
  });

  it('says what was lost of that beside it', async () => {
    const { setCookies } = await ask(sites.proxyPort, WAYS.header.address);
    const pairs = setCookies.map((line) => line.split(';')[0] ?? '');
    await ask(sites.proxyPort, `${ZOO}/around`, { cookie: pairs.join('; ') });
    expect(besideLost(sites.zoo, 'header', `${ZOO}/around`)).toEqual([]);
    const fewer = pairs.filter((pair) => !pair.startsWith('sid_'));
    await ask(sites.proxyPort, `${ZOO}/around`, { cookie: fewer.join('; ') });
    expect(besideLost(sites.zoo, 'header', `${ZOO}/around`).map(({ kind }) => kind)).toEqual(['login']);
  });
});
