import { describe, expect, it, vi } from 'vitest';
import type { Sender } from '#browser/messaging.ts';
import { answerCards, type CardHears, putCard, tellCard } from '../../src/background/cards.ts';
import { domain, UUID } from '../ui/actors.ts';

const browser = vi.hoisted(() => ({
  runInTopFrame: vi.fn<(tabId: number, file: string) => Promise<boolean>>(),
  sendToTab: vi.fn<(tabId: number, message: unknown) => Promise<unknown>>(),
}));

vi.mock('#browser/inject.ts', () => browser);
vi.mock('#browser/messaging.ts', () => ({ sendToTab: browser.sendToTab }));
vi.mock('#card/card.iife.tsx?script&iife', () => ({ default: '/card.js' }));

const SHOP: Sender = {
  tabId: 7,
  frameId: 0,
  url: 'https://www.shop.example/cart',
  tabUrl: 'https://www.shop.example/cart',
  private: false,
  store: null,
  own: false,
};
const PLACE = { tabId: 7, domain: 'shop.example', private: false };
const CONTENT = { domain: domain('shop.example'), number: UUID, expires: 'never', held: false, companies: 0 } as const;

function hears() {
  const nothing = async (): Promise<void> => Promise.resolve();
  return {
    content: vi.fn<CardHears['content']>(async () => Promise.resolve(CONTENT)),
    shown: vi.fn<CardHears['shown']>(nothing),
    choose: vi.fn<CardHears['choose']>(nothing),
    dismissed: vi.fn<CardHears['dismissed']>(nothing),
    more: vi.fn<CardHears['more']>(nothing),
  };
}

describe('a card that speaks', () => {
  it('is given what to say, for the site it is on', async () => {
    const heard = hears();
    expect(await answerCards(heard)({ from: 'card', type: 'ready' }, SHOP)).toEqual(CONTENT);
    expect(heard.content.mock.calls).toEqual([[PLACE]]);
  });

  it('decides about its own page’s site and no other, whatever it says', async () => {
    const heard = hears();
    const message = { from: 'card', type: 'answer', choice: { mode: 'block' }, domain: 'bank.example' } as const;
    expect(await answerCards(heard)(message, SHOP)).toBe(true);
    expect(heard.choose.mock.calls).toEqual([[PLACE, { mode: 'block' }]]);
  });

  it('is told that an answer was not carried out', async () => {
    const heard = hears();
    heard.choose.mockRejectedValue(new Error('the disk is full'));
    const message = { from: 'card', type: 'answer', choice: { mode: 'allow' } } as const;
    await expect(answerCards(heard)(message, SHOP)).rejects.toThrow('the disk is full');
  });

  it.each(['shown', 'dismissed', 'more'] as const)('is heard when it was %s', async (type) => {
    const heard = hears();
    await answerCards(heard)({ from: 'card', type }, SHOP);
    expect(heard[type].mock.calls).toEqual([[PLACE]]);
  });

  it.each([
    ['a frame', { ...SHOP, frameId: 3 }],
    ['no tab', { ...SHOP, tabId: null }],
    ['a page of the browser', { ...SHOP, url: 'about:blank' }],
  ])('is not heard from %s', (_, sender) => {
    const heard = hears();
    expect(answerCards(heard)({ from: 'card', type: 'ready' }, sender)).toBeUndefined();
    expect(heard.content).not.toHaveBeenCalled();
  });
});

describe('a card', () => {
  it('is put into the top frame of one tab', async () => {
    browser.runInTopFrame.mockResolvedValue(true);
    expect(await putCard(7)).toBe(true);
    expect(browser.runInTopFrame.mock.calls).toEqual([[7, '/card.js']]);
  });

  it('is told what to say from now on, in its tab', async () => {
    await tellCard(7, CONTENT);
    expect(browser.sendToTab.mock.calls).toEqual([[7, { from: 'background', type: 'card', content: CONTENT }]]);
  });
});
