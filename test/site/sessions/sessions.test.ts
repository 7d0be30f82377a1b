import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ask, type Answer } from '../ask.ts';
import { startSites, type DemoSites } from '../sites.ts';
import { NUMBER } from './session-site.ts';

let sites: DemoSites;

beforeAll(async () => {
  sites = await startSites();
});
afterAll(() => sites.stop());

/** What a browser would hold after an answer. */
function held(before: ReadonlyMap<string, string>, { setCookies }: Answer): ReadonlyMap<string, string> {
  const pairs = setCookies.map((line) => /^([^=]*)=([^;]*)/u.exec(line));
  return new Map([...before, ...pairs.map((pair) => [pair?.[1] ?? '', pair?.[2] ?? ''] as const)]);
}

function header(jar: ReadonlyMap<string, string>): string {
  return [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
}

function tokenIn({ text }: Answer): string {
  return /name="token" value="([^"]*)"/u.exec(text)?.[1] ?? '';
}

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

describe.each(['express-session', 'cookie-session', 'iron-session'] as const)('the site of %s', (library) => {
  const at = `https://${library}.example`;

  it('knows who signed in by its own cookies, and takes a form with its token only', async () => {
    const { requests, notes, refused } = sites.sessions[library];
    const form = await ask(sites.proxyPort, `${at}/`);
    let jar = held(new Map(), form);
    const post = async (path: string, body: Readonly<Record<string, string>>): Promise<Answer> => {
      const text = new URLSearchParams(body).toString();
      const answer = await ask(sites.proxyPort, at + path, { cookie: header(jar), body: text, headers: FORM });
      jar = held(jar, answer);
      return answer;
    };
    expect((await post('/sign-in', { name: 'Ada', token: tokenIn(form) })).status).toBe(303);
    const account = await ask(sites.proxyPort, `${at}/account`, { cookie: header(jar) });
    jar = held(jar, account);
    expect(account.text).toContain('Hello, Ada');
    expect((await post('/notes', { text: 'forged', token: 'a.b' })).status).toBe(403);
    expect((await post('/notes', { text: 'mine', token: tokenIn(account) })).status).toBe(303);
    expect(notes).toEqual([{ who: 'Ada', text: 'mine' }]);
    expect(refused()).toBe(1);
    expect(requests.map(({ who }) => who)).toEqual([null, null, 'Ada', 'Ada', 'Ada']);
    expect(requests.at(-1)?.number).toBe(jar.get(NUMBER));
  });

  it('shows the account to nobody else', async () => {
    expect((await ask(sites.proxyPort, `${at}/account`)).status).toBe(401);
  });
});
