import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askHeld, onHolding, tellForgotten } from '#messages/holding.ts';

/** The content script's side of the browser. */
const side = vi.hoisted(() => ({
  installed: true,
  sent: [] as unknown[],
  answers: [] as (() => Promise<unknown>)[],
  listener: (_message: unknown): unknown => undefined,
}));

vi.mock('#browser/context.ts', () => ({ inPrivateWindow: () => true, stillInstalled: () => side.installed }));
vi.mock('#browser/messaging.ts', () => ({
  sendMessage: async (message: unknown) => {
    side.sent.push(message);
    return await (side.answers.shift() ?? (async () => undefined))();
  },
  onMessage: (listener: typeof side.listener) => (side.listener = listener),
}));

const NOBODY = async (): Promise<unknown> => await Promise.reject(new Error('Receiving end does not exist.'));

beforeEach(() => {
  vi.useFakeTimers();
  Object.assign(side, { installed: true, sent: [], answers: [] });
});
afterEach(() => void vi.useRealTimers());

describe('asking what may be kept', () => {
  it('goes on until there is an answer that counts', async () => {
    side.answers = [NOBODY, async () => ({ keep: 'all' }), async () => ({ keep: [0, 2] })];
    const answer = askHeld([]);
    await vi.advanceTimersByTimeAsync(1250);
    expect(await answer).toEqual({ keep: [0, 2] });
    expect(side.sent).toEqual(
      Array.from({ length: 3 }, () => ({ from: 'watcher', private: true, type: 'held', items: [] })),
    );
  });

  it('ends without one after four tries, or where the extension is gone', async () => {
    const answer = askHeld([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect([await answer, side.sent.length]).toEqual([undefined, 4]);
    side.installed = false;
    expect([await askHeld([]), side.sent.length]).toEqual([undefined, 4]);
  });
});

describe('telling what was forgotten', () => {
  it('goes on until it is acknowledged', async () => {
    side.answers = [NOBODY, async () => undefined, async () => true];
    void tellForgotten([]);
    await vi.advanceTimersByTimeAsync(60_000);
    expect(side.sent).toHaveLength(3);
  });
});

describe('what the background asks of every frame', () => {
  it('is answered by those it concerns', async () => {
    const asked: unknown[] = [];
    onHolding({
      forget: ({ origin }) => asked.push(origin) > 0 && origin === 'https://shop.example',
      letGo: ({ names }) => asked.push(names) > 0,
      putBack: ({ origin, value }) => (origin === 'https://shop.example' ? value === 'as it was' : null),
    });
    const putBack = { from: 'background', type: 'put-back', area: 'local-storage', key: 'id', value: 'as it was' };
    expect(await side.listener({ ...putBack, origin: 'https://shop.example' })).toBe(true);
    expect(await side.listener({ ...putBack, origin: 'https://shop.example', value: 'full' })).toBe(false);
    expect(side.listener({ ...putBack, origin: 'https://other.example' })).toBeUndefined();
    const forget = { from: 'background', type: 'forget', places: [] };
    expect(await side.listener({ ...forget, origin: 'https://shop.example' })).toBe(true);
    expect(side.listener({ ...forget, origin: 'https://other.example' })).toBeUndefined();
    expect(await side.listener({ from: 'background', type: 'let-go', names: null })).toBe(true);
    expect(side.listener({ from: 'background', type: 'report-now' })).toBeUndefined();
    expect(side.listener({ from: 'view', type: 'let-go', names: null })).toBeUndefined();
    expect(asked).toEqual(['https://shop.example', 'https://other.example', null]);
  });
});
