// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import type { EventLine } from '#core/report.ts';
import { EventSays } from '#ui/event-says.tsx';
import { Evidence } from '#ui/event-evidence.tsx';
import { folded } from '#ui/fold.ts';
import { Known } from '#ui/known.ts';
import { domain, NOW } from './actors.ts';
import { said, toldTo } from './lines.ts';
import { show } from './page.ts';

type Told = Extract<EventLine, { type: 'told' }>;

function says(...lines: readonly Told[]): string {
  const [entry] = folded(lines);
  if (entry === undefined) throw new Error('There is no entry');
  const known = { domain: domain('halden-audio.example'), main: null, byNumber: new Map() };
  return show(
    <Known.Provider value={known}>
      <EventSays of={entry} />
    </Known.Provider>,
  ).textContent;
}

function evidence(line: Told): string {
  return show(<Evidence of={line} />).textContent;
}

describe('the consent that a request states', () => {
  test.each([
    ['gcs', 'G101', 'G101 advertising refused · measurement allowed'],
    ['us_privacy', '1YYN', '1YYN sale of your data refused'],
    ['gcd', '13l3l3l2l1l1', '13l3l3l2l1l1 in gcd'],
  ])('%s=%s is shown as it stands, and in words where they are known', (name, value, text) => {
    const line = toldTo(NOW, { deed: 'page-view', facts: { consent: said(value, name) } });
    expect(evidence(line)).toContain(text);
  });
});

describe('what a vendor was told', () => {
  test.each<readonly [Parameters<typeof toldTo>[1], string]>([
    [
      { deed: 'search', facts: { search: said('car mp3 player', 'ep.search_term') } },
      'Told Google Analytics that you searched for “car mp3 player”.',
    ],
    [
      { deed: 'page-view', facts: { search: said('car mp3 player', 'dl'), title: said('Search', 'dt') } },
      'Told Google Analytics that you searched for “car mp3 player”.',
    ],
    [{ deed: 'page-view', facts: { title: said('Hi-fi', 'dt') } }, 'Told Google Analytics that you opened Hi-fi.'],
    [
      { deed: 'page-view', facts: { page: said('https://halden-audio.example/hi-fi', 'dl') } },
      'Told Google Analytics that you opened /hi-fi.',
    ],
    [{ deed: 'page-view' }, 'Told Google Analytics that you opened a page.'],
    [
      { deed: 'order', facts: { value: said(129.5, 'epn.value'), currency: said('EUR', 'cu') } },
      'Told Google Analytics that you ordered for €129.50.',
    ],
    [
      { deed: 'order', facts: { value: said(12, 'v'), currency: said('points', 'c') } },
      'Told Google Analytics that you ordered for 12 points.',
    ],
    [
      { deed: 'cart', items: ['Model 2', 'Model 5'] },
      'Told Google Analytics that your cart changed: Model 2, Model 5.',
    ],
    [{ deed: 'time', facts: { seconds: said(75, '_et') } }, 'Told Google Analytics how long you stayed: 1 min 15 s.'],
    [{ deed: 'time', facts: { seconds: said(0.2, '_et') } }, 'Told Google Analytics that you were still there.'],
    [
      { deed: 'scroll', facts: { scroll: said(90, 'epn.percent_scrolled') } },
      'Told Google Analytics how far you scrolled: 90%.',
    ],
    [{ deed: 'other', name: 'wish_list' }, 'Told Google Analytics of an event called “wish_list”.'],
    [{ deed: 'other', name: '' }, 'Told Google Analytics something.'],
  ])('%o', (event, sentence) => {
    expect(says(toldTo(NOW, event))).toContain(sentence.replaceAll(/[“”]/gu, ''));
  });

  test('through the site’s own host is told to the vendor, through it', () => {
    expect(says(toldTo(NOW, { deed: 'page-view' }, { host: 'halden-audio.example' }))).toContain(
      'Told Google Analytics (through halden-audio.example) that you opened a page.',
    );
  });

  test('says what of the person goes with it, how long they stayed, what else, and that it is stated', () => {
    const personal = [{ what: 'email', form: 'hashed', place: { part: 'query', name: 'em' } }] as const;
    const text = says(
      toldTo(NOW, { deed: 'scroll' }),
      toldTo(NOW - 1, { deed: 'sign-in', personal, facts: { seconds: said(5, '_et') } }),
    );
    expect(text).toMatch(/5 s on the page, a hashed e-mail address, and 1 more event,\s*stated/u);
  });

  test('and never arrived is said to be stopped', () => {
    expect(says(toldTo(NOW, { deed: 'page-view' }, { arrival: 'never' }))).toContain('stopped: nothing of it arrived');
  });

  test('opens to the request, each thing with its place, and what could not be read', () => {
    const line = toldTo(NOW, {
      deed: 'search',
      facts: { search: said('car mp3 player', 'ep.search_term'), visitor: said('1423778943.1795341600', 'cid') },
    });
    const text = evidence({ ...line, told: { ...line.told, limits: ['not-shown'] } });
    expect(text).toContain('POST https://google-analytics.com/g/collect?v=…&tid=…&cid=1423778943.1795341600&dl=…');
    expect(text).toContain('Searched forcar mp3 player in ep.search_term');
    expect(text).toContain('The browser does not show what it sent along.');
    expect(text).toContain('known by the form of the request');
  });
});
