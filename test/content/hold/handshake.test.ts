// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearHold } from '#content/hold/hear.ts';
import { startHolder } from '#content/hold/holder.ts';
import { HOLD_HELLO, HOLD_HERE, type HoldNews, parseHoldNews } from '#content/hold/line.ts';
import { openHoldLine } from '#content/hold/tell.ts';

const LANG = { area: 'local-storage', name: 'lang', value: 'en', line: null } as const;
const UID = { area: 'local-storage', name: 'uid', value: 'number-1', line: null } as const;

/** The watcher, to whom `lang` alone is no number. */
function watcher() {
  const heard: HoldNews[] = [];
  const drops: ((id: number) => void)[] = [];
  hearHold((news, line) => {
    heard.push(news);
    drops.push(line.drop);
    return news.says === 'may' && news.name === 'lang';
  });
  return { heard, drop: (id: number) => drops.at(-1)?.(id) };
}

/** One page's window: each test has its own. */
beforeEach(() => void vi.stubGlobal('window', new EventTarget()));
afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const nothing = (): void => undefined;

describe('the line between what holds and the watcher', () => {
  it.each(['the watcher', 'what holds'])('is open when %s came first', (first) => {
    const early = first === 'the watcher' ? watcher() : null;
    const holder = startHolder({ forget: true });
    const { heard } = early ?? watcher();
    expect([holder.may(LANG), holder.may(UID)]).toEqual([true, false]);
    expect(heard.map(({ says }) => says)).toEqual(['forget', 'may', 'may']);
  });

  it('lets nothing be written where nobody answers', () => {
    expect(startHolder({ forget: false }).may(LANG)).toBe(false);
  });

  it('settles what was written before the watcher came', () => {
    const holder = startHolder({ forget: false });
    const done: string[] = [];
    for (const written of [LANG, UID]) {
      holder.hold({
        written,
        remove: () => done.push(`${written.name} out`),
        store: () => done.push(`${written.name} in`),
      });
    }
    const { heard } = watcher();
    expect(done).toEqual(['lang out', 'lang in']);
    expect(heard.at(-1)).toMatchObject({ says: 'held', name: 'uid', id: 2 });
  });

  it('tells what is held and what the page replaced, and hears what was stored', () => {
    const { heard, drop } = watcher();
    const holder = startHolder({ forget: false });
    const out: number[] = [];
    const [one, two] = [1, 2].map((at) => holder.hold({ written: UID, remove: () => out.push(at), store: nothing }));
    holder.drop(one ?? 0);
    drop(two ?? 0);
    drop(77);
    expect(out).toEqual([2]);
    expect(heard.map(({ says }) => says)).toEqual(['held', 'held', 'dropped']);
  });

  it('judges the beginning of a long value, and tells a held one whole', () => {
    const { heard } = watcher();
    const holder = startHolder({ forget: false });
    const value = 'x'.repeat(20_000);
    holder.may({ ...UID, value });
    holder.hold({ written: { ...UID, value }, remove: nothing, store: nothing });
    expect(heard.map((news) => ('value' in news ? news.value.length : 0))).toEqual([8192, 20_000]);
  });

  it('is handed to no page that plays the watcher once its content has begun', async () => {
    const lines: unknown[] = [];
    openHoldLine({ ready: nothing, drop: nothing });
    window.addEventListener(HOLD_HERE, (event) => lines.push((event as MouseEvent).relatedTarget));
    document.body.append(document.createElement('p'));
    await Promise.resolve();
    window.dispatchEvent(new Event(HOLD_HELLO));
    expect(lines).toEqual([]);
  });

  it('is taken from no page that plays the holding script once its content has begun', async () => {
    const { heard } = watcher();
    document.body.append(document.createElement('p'));
    await Promise.resolve();
    startHolder({ forget: true });
    expect(heard).toEqual([]);
  });

  it('is handed over once', () => {
    watcher();
    const lines: unknown[] = [];
    startHolder({ forget: false });
    window.addEventListener(HOLD_HERE, (event) => lines.push(event));
    window.dispatchEvent(new Event(HOLD_HELLO));
    expect(lines).toEqual([]);
  });
});

describe('news on the line', () => {
  it.each([
    undefined,
    7,
    'no JSON',
    'null',
    '{}',
    '{"says":"dropped","id":"1"}',
    '{"says":"dropped","id":1.5}',
    '{"says":"may","area":"indexed-db","name":"a","value":"b","line":null}',
    '{"says":"may","area":"cookie","name":"a","value":"b","line":null}',
    '{"says":"may","area":"local-storage","name":"a","value":"b","line":"a=b"}',
    '{"says":"may","area":"local-storage","name":1,"value":"b","line":null}',
    '{"says":"held","area":"local-storage","name":"a","value":"b","line":null}',
  ])('%j is none', (text) => {
    expect(parseHoldNews(text)).toBeUndefined();
  });

  it('of a held cookie is read with its line and script', () => {
    const news = { says: 'held', id: 3, area: 'cookie', name: 'a', value: 'b', line: 'a=b', script: null } as const;
    expect(parseHoldNews(JSON.stringify(news))).toEqual(news);
  });
});
