// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test } from 'vitest';
import type { EventLine } from '#core/report.ts';
import { BLUEBIRD, NOW, UUID } from '../ui/actors.ts';
import { request, search, visit } from '../ui/lines.ts';
import { wordsOf } from '../ui/page.ts';
import { seen } from '../ui/reports.ts';
import { popup, ready } from './open.tsx';

/** The sentences of the record's lines. */
function lines(...events: readonly EventLine[]): readonly string[] {
  const { root } = popup(ready(seen({ events })));
  return [...root.querySelectorAll('.line[data-line]:not([data-line=finding]) > summary > .says')]
    .map((line) => (line.textContent ?? '').replaceAll(/\s+/gu, ' ').trim())
    .filter((line) => !line.startsWith('Why'));
}

describe('the lines of the record', () => {
  test('are plain sentences', () => {
    expect(
      lines(
        search(NOW - 1000, 'headphones'),
        visit(NOW - 2000, 'Hi-fi', 130_000),
        visit(NOW - 3000, '', 12_000, 'history'),
      ),
    ).toEqual([
      'The site recorded a search for headphones.',
      'The site recorded a visit to Hi-fi.2 min 10 s measured',
      'The site recorded a visit to its front page.without loading a new page, 12 s measured',
    ]);
  });

  test('say who got which number, in what form, how many times', () => {
    const own = { carried: [{ name: 'bbid', number: BLUEBIRD, as: 'cookie', parameter: null }] } as const;
    const minute = Math.floor(NOW / 60_000) * 60_000;
    expect(
      lines(
        request(minute + 3, 'bluebird-metrics.example'),
        request(minute + 2, 'bluebird-metrics.example'),
        request(minute - 1, 'bluebird-metrics.example', own),
        request(minute - 2, 'halden-audio.example', { ...own, carried: [{ ...own.carried[0], number: UUID }] }),
      ),
    ).toEqual([
      'bluebird-metrics.example got the number 2 times, in the address of an image.',
      'bluebird-metrics.example got its own number, in a cookie.',
      'The site itself got the number, in a cookie.',
    ]);
  });

  test('open to their evidence: the address with the parameter marked, how it is known, the entry itself', () => {
    const { root } = popup(ready(seen({ events: [search(NOW - 1000, 'car mp3 player')] })));
    const evidence = root.querySelector('[data-line=search] .evidence');
    expect(evidence).not.toBeNull();
    expect(wordsOf(root, '[data-line=search] .evidence-request')).toBe(
      'GET https://halden-audio.example/search?q=car mp3 player&page=…',
    );
    expect(wordsOf(root, '[data-line=search] .evidence-request mark')).toBe('car mp3 player');
    expect(wordsOf(root, '[data-line=search] .basis')).toBe('Stated in the page’s address');
    expect(wordsOf(root, '[data-line=search] .raw')).toContain('"type": "search"');
  });
});

describe('while it is open', () => {
  test('a change shows at once, and what was opened stays open', () => {
    const before = seen({ events: [search(NOW - 1000, 'headphones')] });
    const { root, loaded } = popup(ready(before));
    const opened = root.querySelector<HTMLDetailsElement>('[data-line=search]');
    if (opened !== null) opened.open = true;
    const events = before.state === 'seen' ? before.site.events : [];
    void act(() => {
      loaded.value = ready(seen({ events: [visit(NOW, 'Support', 1000), ...events] }));
    });
    expect(root.querySelectorAll('[data-line=visit]')).toHaveLength(1);
    expect(root.querySelector('[data-line=search]')).toBe(opened);
    expect(opened?.open).toBe(true);
  });
});
