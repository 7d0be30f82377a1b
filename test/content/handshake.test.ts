import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { hearGuard } from '#content/hear.ts';
import { type GuardNews, HELLO, HERE } from '#content/line.ts';
import { openLine } from '#content/tell.ts';

const MOVED: GuardNews = { saw: 'moved' };
const WROTE: GuardNews = { saw: 'cookie-written', name: 'hvid', script: null };

/** One page's window: each test has its own. */
beforeEach(() => void vi.stubGlobal('window', new EventTarget()));
afterEach(() => vi.unstubAllGlobals());

describe('the line between guard and watcher', () => {
  it('carries news when the watcher came first', () => {
    const heard: GuardNews[] = [];
    hearGuard((news) => heard.push(news));
    const tell = openLine();
    tell(MOVED);
    tell(WROTE);
    expect(heard).toEqual([MOVED, WROTE]);
  });

  it('carries news when the guard came first, those told before the watcher included', () => {
    const heard: GuardNews[] = [];
    const tell = openLine();
    tell(WROTE);
    hearGuard((news) => heard.push(news));
    tell(MOVED);
    expect(heard).toEqual([WROTE, MOVED]);
  });

  it('keeps a hundred news for a watcher that is late, no more', () => {
    const heard: GuardNews[] = [];
    const tell = openLine();
    for (let index = 0; index < 1000; index += 1) tell(MOVED);
    hearGuard((news) => heard.push(news));
    expect(heard).toHaveLength(100);
  });

  it('has a name no page can guess, another each time', () => {
    const names = new Set<string>();
    window.addEventListener(HELLO, (event) => names.add((event as CustomEvent<string>).detail));
    for (let index = 0; index < 20; index += 1) hearGuard(() => undefined);
    expect(names.size).toBe(20);
    for (const name of names) expect(name).toMatch(/^[0-9a-f]{24}$/u);
  });

  it('does not let a page that says hello later hear what is told', () => {
    hearGuard(() => undefined);
    const tell = openLine();
    const heard: unknown[] = [];
    window.addEventListener('mine', (event) => heard.push(event));
    window.dispatchEvent(new CustomEvent(HELLO, { detail: 'mine' }));
    tell(WROTE);
    expect(heard).toEqual([]);
  });

  it('does not say its name again to a page that plays the guard', () => {
    hearGuard(() => undefined);
    openLine();
    const names: unknown[] = [];
    window.addEventListener(HELLO, (event) => names.push(event));
    window.dispatchEvent(new CustomEvent(HERE));
    expect(names).toEqual([]);
  });

  it('works on when the page replaces what it is made of', () => {
    const heard: GuardNews[] = [];
    hearGuard((news) => heard.push(news));
    const tell = openLine();
    const { apply } = Reflect;
    const replaced = vi.spyOn(JSON, 'stringify').mockReturnValue('nothing');
    const silenced = vi.spyOn(EventTarget.prototype, 'dispatchEvent').mockReturnValue(false);
    const lost = vi.spyOn(Reflect, 'apply').mockReturnValue(undefined);
    tell(WROTE);
    for (const spy of [replaced, silenced, lost]) spy.mockRestore();
    expect(Reflect.apply).toBe(apply);
    expect(heard).toEqual([WROTE]);
  });
});
