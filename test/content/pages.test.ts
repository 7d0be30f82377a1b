// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type PageWatch, watchPage } from '#content/pages.ts';
import type { JournalEntry } from '#messages/watch.ts';
import { arrive, become, depart, pass } from './simulated-page.ts';

const told = vi.hoisted(() => ({ delivered: [] as JournalEntry[], noted: [] as JournalEntry[] }));

vi.mock('#messages/deliver.ts', () => ({
  deliver: (entry: JournalEntry) => told.delivered.push(entry),
  keepInJournal: (entry: JournalEntry) => told.noted.push(entry),
}));

let page: PageWatch;

/** A page of a single-page application moves to another address, and the guard tells of it. */
function go(path: string): void {
  history.pushState(null, '', path);
  page.moved();
}

/** What was delivered, as a person would say it. */
function said(): readonly string[] {
  return told.delivered.map((entry) => {
    const path = new URL(entry.url).pathname;
    if (entry.type === 'page-opened') return `${entry.how} ${path}`;
    return `${entry.milliseconds / 1000} s on ${path}${entry.over ? ', over' : ''}`;
  });
}

beforeEach(() => {
  arrive({ after: 0 });
  history.replaceState(null, '', '/hi-fi');
  // The tab's clock runs since the tab went there: now.
  vi.setSystemTime('2026-11-22T10:00:00Z');
  page = watchPage();
  page.report();
  told.delivered.length = 0;
  told.noted.length = 0;
});
afterEach(depart);

describe('a page', () => {
  it('is told as it opens, under a name of its own', () => {
    watchPage();
    watchPage();
    const [one, two] = told.delivered;
    expect(one).toMatchObject({ type: 'page-opened', how: 'load', url: location.href, at: Date.now() });
    expect(one?.page).toMatch(/^[0-9a-f]{24}$/u);
    expect(one?.page).not.toBe(two?.page);
  });

  it('tells its time when it is hidden, and that it is over when it goes', () => {
    document.title = 'Hi-fi for cars';
    pass(4000);
    become('hidden');
    pass(60_000);
    dispatchEvent(new Event('pagehide'));
    expect(said()).toEqual(['4 s on /hi-fi', '0 s on /hi-fi, over']);
    expect(told.delivered[0]).toMatchObject({ title: 'Hi-fi for cars' });
  });

  it('tells its time when asked, and nothing where there is nothing new', () => {
    pass(1500);
    page.report();
    page.report();
    expect(said()).toEqual(['1.5 s on /hi-fi']);
  });

  it('tells each stretch of time under an id of its own', () => {
    pass(1000);
    page.report();
    pass(1000);
    page.report();
    expect(new Set(told.delivered.map(({ id }) => id)).size).toBe(2);
    expect(new Set(told.delivered.map((entry) => entry.page)).size).toBe(1);
  });

  it('notes its time every half minute under the id it will tell it by, so that a crash loses no more', () => {
    pass(65_000);
    expect(told.noted.map((entry) => 'milliseconds' in entry && entry.milliseconds)).toEqual([30_000, 60_000]);
    expect(told.delivered).toEqual([]);
    page.report();
    expect(said()).toEqual(['65 s on /hi-fi']);
    expect(told.noted.map(({ id }) => id)).toEqual([told.delivered[0]?.id, told.delivered[0]?.id]);
  });

  it('notes nothing while it is hidden', () => {
    pass(1000);
    become('hidden');
    pass(90_000);
    expect(told.noted).toEqual([]);
  });
});

describe('a page that moves', () => {
  it('is over, and another one opens', () => {
    pass(2000);
    go('/stories/two');
    pass(3000);
    page.report();
    expect(said()).toEqual(['2 s on /hi-fi, over', 'history /stories/two', '3 s on /stories/two']);
    const [over, opened, time] = told.delivered;
    expect(opened?.page).not.toBe(over?.page);
    expect(time?.page).toBe(opened?.page);
  });

  it('by going back is told too', () => {
    history.replaceState(null, '', '/stories/one');
    dispatchEvent(new PopStateEvent('popstate'));
    expect(said().at(-1)).toBe('history /stories/one');
  });

  it('only within itself, or to where it is, is the same page', () => {
    go('/hi-fi#models');
    go('/hi-fi');
    expect(said()).toEqual([]);
  });

  it('thirty times in ten seconds is followed; a flood is not, until it ends', () => {
    for (let step = 0; step < 1000; step += 1) go(`/flood/${step}`);
    expect(told.delivered.filter(({ type }) => type === 'page-opened')).toHaveLength(30);
    pass(10_001);
    go('/after');
    expect(said().at(-1)).toBe('history /after');
  });
});
