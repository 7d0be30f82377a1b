// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { watchAsks } from '#content/hooks/asks.ts';
import { watchMoves } from '#content/hooks/moves.ts';
import { watchWrites } from '#content/hooks/writes.ts';
import { type GuardNews, LONGEST, parseNews } from '#content/line.ts';

const heard: GuardNews[] = [];
const cookies: string[] = [];
const asked: unknown[][] = [];

class Sender {
  withCredentials = false;
  open(...args: unknown[]): void {
    asked.push(args);
  }
  send(): void {
    asked.push(['sent']);
  }
}

class Store {
  async set(...args: unknown[]): Promise<void> {
    await Promise.resolve(args);
  }
}

/** The page's world where the simulated one has it otherwise than browsers do. */
beforeAll(() => {
  Object.defineProperty(Document.prototype, 'cookie', {
    configurable: true,
    get: () => cookies.join('; '),
    set: (line: unknown) => {
      cookies.push(String(line));
    },
  });
  const fetch = async (...args: unknown[]): Promise<void> => void asked.push(args);
  Object.defineProperty(globalThis, 'fetch', { configurable: true, writable: true, value: fetch });
  Object.assign(globalThis, { XMLHttpRequest: Sender, CookieStore: Store });
  const tell = (news: GuardNews): void => void heard.push(news);
  watchWrites(tell);
  watchMoves(tell);
  watchAsks(tell);
});

afterEach(() => {
  heard.length = 0;
  asked.length = 0;
});

/** The simulated document has a `cookie` of its own besides the one that browsers have and the guard listens at. */
function writeCookie(line: unknown): void {
  Object.getOwnPropertyDescriptor(Document.prototype, 'cookie')?.set?.call(document, line);
}

/** What was heard, without which script it was: that is told apart. */
function told(): readonly unknown[] {
  return heard.map((news) => ('name' in news ? [news.saw, news.name] : news));
}

describe('a script that writes', () => {
  it.each([
    ['hvid=1; Path=/', 'hvid'],
    ['  hvid = 1', 'hvid'],
    ['a=b=c', 'a'],
    ['=nameless', ''],
    ['nameless', ''],
  ])('document.cookie = %j is told by name', (line, name) => {
    writeCookie(line);
    expect(told()).toEqual([['cookie-written', name]]);
    expect(cookies.at(-1)).toBe(line);
  });

  it('an object as a cookie is not asked again what it says', () => {
    let reads = 0;
    writeCookie({ toString: () => `n=${(reads += 1)}` });
    expect([reads, cookies.at(-1)]).toEqual([1, 'n=1']);
    expect(told()).toEqual([]);
  });

  it('through cookieStore is told by name, in both forms', async () => {
    const store = new Store();
    await store.set('hvid', '1');
    await store.set({ name: 'uid', value: '2' });
    expect(told()).toEqual([
      ['cookie-written', 'hvid'],
      ['cookie-written', 'uid'],
    ]);
  });

  it('web storage is told by key', () => {
    localStorage.setItem('device', 'secret');
    sessionStorage.setItem('tab', 'secret');
    expect(told()).toEqual([
      ['storage-written', 'device'],
      ['storage-written', 'tab'],
    ]);
    expect(JSON.stringify(heard)).not.toContain('secret');
    expect(localStorage.getItem('device')).toBe('secret');
  });
});

describe('a page that moves', () => {
  it('by the history is told once it has moved', () => {
    const before = location.href;
    history.pushState(null, '', '/stories/two');
    history.replaceState(null, '', '/stories/three');
    expect(told()).toEqual([{ saw: 'moved' }, { saw: 'moved' }]);
    expect(location.href).not.toBe(before);
  });

  it('is not told where the browser refused', () => {
    expect(() => history.pushState.call({} as History, null, '', '/x')).toThrow(TypeError);
    expect(told()).toEqual([]);
  });
});

describe('a script that asks with cookies', () => {
  const API = 'https://api.example/collect?x=1';

  it('by fetch, of another origin, is told', async () => {
    await fetch(API, { credentials: 'include', method: 'POST' });
    await fetch(new URL(API), { credentials: 'include' });
    expect(told()).toEqual([
      { saw: 'asked-with-cookies', url: API, method: 'POST' },
      { saw: 'asked-with-cookies', url: API, method: 'GET' },
    ]);
  });

  it('is not told where no cookies go, or the browser itself tells of them', async () => {
    await fetch(API);
    await fetch(API, { credentials: 'omit' });
    await fetch('/own', { credentials: 'include' });
    await fetch('http://[not an address', { credentials: 'include' });
    expect(told()).toEqual([]);
    expect(asked).toHaveLength(4);
  });

  it('by XMLHttpRequest is told as it is sent', () => {
    const request = new Sender();
    request.open('PUT', API);
    expect(told()).toEqual([]);
    request.send();
    expect(told()).toEqual([]);
    request.withCredentials = true;
    request.send();
    expect(told()).toEqual([{ saw: 'asked-with-cookies', url: API, method: 'PUT' }]);
  });

  it('with options that fail when they are read still asks', async () => {
    const options = {
      get credentials(): never {
        throw new Error('a trap');
      },
    };
    await fetch(API, options);
    expect(asked).toEqual([[API, options]]);
    expect(told()).toEqual([]);
  });

  it('by a long address is told by its beginning, short enough for the line', async () => {
    await fetch(`${API}&q=${'x'.repeat(9000)}`, { credentials: 'include' });
    const [news] = heard;
    expect(news).toMatchObject({ url: `${API}&q=${'x'.repeat(LONGEST - API.length - 3)}` });
    expect(parseNews(JSON.stringify(news))).toEqual(news);
  });
});
