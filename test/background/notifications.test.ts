import { beforeEach, describe, expect, it, vi } from 'vitest';

type Listener = (...args: readonly unknown[]) => void;

/** The browser's own side, as Chromium's or Firefox's, with or without the permission. */
const api = vi.hoisted(() => ({
  browser: {
    notifications: undefined as Record<string, unknown> | undefined,
    permissions: {
      contains: vi.fn<() => Promise<boolean>>(),
      request: vi.fn<(asked: unknown) => Promise<boolean>>(),
      onAdded: { addListener: vi.fn<(listener: () => void) => void>() },
    },
    runtime: {
      getURL: (path: string) => `extension://known-as/${path}`,
      getBrowserInfo: undefined as (() => undefined) | undefined,
    },
  },
}));

vi.mock('webextension-polyfill', () => ({ default: api.browser }));

const { clearNotice, onNotices, requestNotify, showNotice } = await import('#browser/notifications.ts');

const NOTICE = {
  id: 'number/shop.example',
  title: 'shop.example has given you a number',
  says: 'It is held back.',
  buttons: ['Allow', 'Block'],
};

function listenable() {
  const heard: Listener[] = [];
  return {
    addListener: (listener: Listener) => heard.push(listener),
    tell: (...args: readonly unknown[]) => heard.forEach((hear) => hear(...args)),
  };
}

/** Firefox has the event of the buttons, and refuses the buttons. */
function grant(by: 'Chromium' | 'Firefox') {
  const parts = {
    create: vi.fn<(id: string, options: object) => Promise<string>>(async (id, options) =>
      by === 'Firefox' && 'buttons' in options ? Promise.reject(new Error('unsupported')) : Promise.resolve(id),
    ),
    clear: vi.fn<(id: string) => Promise<boolean>>(async () => Promise.resolve(true)),
    onClicked: listenable(),
    onClosed: listenable(),
    onButtonClicked: listenable(),
  };
  api.browser.notifications = parts;
  if (by === 'Firefox') api.browser.runtime.getBrowserInfo = () => undefined;
  api.browser.permissions.contains.mockResolvedValue(true);
  return parts;
}

beforeEach(() => {
  api.browser.notifications = undefined;
  api.browser.runtime.getBrowserInfo = undefined;
  api.browser.permissions.contains.mockReset().mockResolvedValue(false);
  api.browser.permissions.onAdded.addListener.mockReset();
});

describe('a notification of the system’s', () => {
  it('is shown with its buttons where the browser has them', async () => {
    const { create } = grant('Chromium');
    expect(await showNotice(NOTICE)).toBe(true);
    expect(create.mock.calls).toEqual([
      [
        'number/shop.example',
        {
          type: 'basic',
          iconUrl: 'extension://known-as/icons/icon-128.png',
          title: NOTICE.title,
          message: NOTICE.says,
          buttons: [{ title: 'Allow' }, { title: 'Block' }],
        },
      ],
    ]);
  });

  it('is shown without buttons where the browser refuses any (Firefox)', async () => {
    const { create } = grant('Firefox');
    expect(await showNotice(NOTICE)).toBe(true);
    expect(create.mock.calls[0]?.[1]).not.toHaveProperty('buttons');
  });

  it('is not shown without the permission, and nothing fails', async () => {
    expect(await showNotice(NOTICE)).toBe(false);
    await clearNotice(NOTICE.id);
  });

  it('is taken away', async () => {
    const { clear } = grant('Chromium');
    await clearNotice(NOTICE.id);
    expect(clear.mock.calls).toEqual([[NOTICE.id]]);
  });
});

describe('what becomes of a notification', () => {
  function hear() {
    const heard: unknown[] = [];
    onNotices({ pressed: (id, button) => heard.push([id, button]), closed: (id) => heard.push([id, 'closed']) });
    return heard;
  }

  it('is told: a press on it, on a button, or none', () => {
    const { onClicked, onButtonClicked, onClosed } = grant('Chromium');
    const heard = hear();
    onClicked.tell('a');
    onButtonClicked.tell('b', 1);
    onClosed.tell('c', true);
    expect(heard).toEqual([
      ['a', null],
      ['b', 1],
      ['c', 'closed'],
    ]);
  });

  it('is told where there are no buttons', () => {
    const { onClicked } = grant('Firefox');
    const heard = hear();
    onClicked.tell('a');
    expect(heard).toEqual([['a', null]]);
  });

  it('is told from the moment the permission is given, and once', () => {
    const heard = hear();
    const { onClicked } = grant('Chromium');
    const [added] = api.browser.permissions.onAdded.addListener.mock.calls[0] ?? [];
    added?.();
    added?.();
    onClicked.tell('a');
    expect(heard).toEqual([['a', null]]);
  });

  it('the permission is asked for by its name alone', async () => {
    api.browser.permissions.request.mockResolvedValue(true);
    expect(await requestNotify()).toBe(true);
    expect(api.browser.permissions.request.mock.calls).toEqual([[{ permissions: ['notifications'] }]]);
  });
});
