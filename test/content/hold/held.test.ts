// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { gatherHeld } from '#content/hold/held.ts';
import type { HeldAnswer, HeldItem } from '#messages/watch.ts';

const VERDICT = {
  kind: 'random-id',
  purpose: 'analytics',
  confidence: 1,
  reasons: [],
  token: null,
  vendor: null,
} as const;

function item(name: string): Omit<HeldItem, 'stored'> {
  return { area: 'local-storage', name, value: `${name}-value`, line: null, script: null, verdict: VERDICT };
}

/** The watcher's side with a background that answers as told. */
function watcher(answer: HeldAnswer | undefined) {
  const asked: string[][] = [];
  const found: boolean[] = [];
  const dropped: number[] = [];
  const line = { drop: (id: number) => void dropped.push(id) };
  let stored = 0;
  const held = gatherHeld(
    async (items) => {
      asked.push(items.map(({ name }) => name));
      found.push(...items.map((one) => one.stored));
      return await Promise.resolve(answer);
    },
    () => {
      stored += 1;
    },
  );
  return {
    held,
    asked,
    found,
    dropped,
    line,
    stored: () => stored,
    hold: (id: number, name: string) => held.hold({ line, id }, item(name)),
  };
}

beforeEach(() => {
  vi.useFakeTimers();
  localStorage.clear();
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('what is held', () => {
  it('is asked about together, and what may be kept is stored and leaves the jar', async () => {
    const { hold, asked, dropped, stored } = watcher({ keep: [1] });
    hold(1, 'uid');
    hold(2, 'chat');
    await vi.advanceTimersByTimeAsync(20);
    expect([asked, dropped, stored()]).toEqual([[['uid', 'chat']], [2], 1]);
    expect([localStorage.getItem('uid'), localStorage.getItem('chat')]).toEqual([null, 'chat-value']);
  });

  it('is told with what a fresh look says: whether it is stored nevertheless, with that very value', async () => {
    const { hold, held, found, line } = watcher(undefined);
    localStorage.setItem('uid', 'uid-value');
    localStorage.setItem('chat', 'an older one');
    document.cookie = 'vid=vid-value';
    for (const [id, name] of ['uid', 'chat', 'wid'].entries()) hold(id, name);
    for (const [id, name] of ['vid', 'xid'].entries()) {
      held.hold({ line, id: 10 + id }, { ...item(name), area: 'cookie', line: `${name}=${name}-value; Path=/` });
    }
    await vi.advanceTimersByTimeAsync(20);
    expect(found).toEqual([true, false, false, true, false]);
  });

  it('stays held where nobody answers, or the answer names none of it', async () => {
    for (const answer of [undefined, { keep: [] }, { keep: [7, -1] }]) {
      const { hold, held, dropped } = watcher(answer);
      hold(1, 'uid');
      await vi.advanceTimersByTimeAsync(20);
      expect([dropped, held.has('uid'), localStorage.length]).toEqual([[], true, 0]);
    }
  });

  it('is not asked about once the page replaced it, and is not stored after', async () => {
    const { hold, held, asked, line } = watcher({ keep: [0] });
    hold(1, 'uid');
    held.dropped({ line, id: 1 });
    await vi.advanceTimersByTimeAsync(20);
    expect([asked, held.has('uid'), localStorage.length]).toEqual([[], false, 0]);
  });

  it('is let go by name, or all of it', () => {
    const { hold, held, dropped } = watcher(undefined);
    for (const [at, name] of ['uid', 'vid', 'wid'].entries()) hold(at, name);
    expect(held.letGo(['vid', 'other'])).toBe(true);
    expect(dropped).toEqual([1]);
    expect(held.letGo(null)).toBe(true);
    expect(dropped).toEqual([1, 0, 2]);
    expect(held.letGo(null)).toBe(false);
    expect(localStorage.length).toBe(3);
  });

  it('stays held where the browser has no room for it', async () => {
    const { hold, held, dropped } = watcher({ keep: [0] });
    vi.stubGlobal('localStorage', {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    });
    hold(1, 'uid');
    await vi.advanceTimersByTimeAsync(20);
    expect([dropped, held.has('uid')]).toEqual([[], true]);
  });

  it('is asked about at once when the page goes away', () => {
    const { hold, asked } = watcher(undefined);
    hold(1, 'uid');
    dispatchEvent(new Event('pagehide'));
    expect(asked).toEqual([['uid']]);
  });

  it('of a page that floods is five hundred at most; the rest stays held unasked', async () => {
    const { hold, asked } = watcher(undefined);
    for (let id = 0; id < 1000; id += 1) hold(id, `uid${id}`);
    await vi.advanceTimersByTimeAsync(20);
    expect(asked.flat()).toHaveLength(500);
  });
});
