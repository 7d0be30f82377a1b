// @vitest-environment happy-dom
import { describe, expect, test } from 'vitest';
import { BLUEBIRD, cookie, domain, NOW, UUID } from '../ui/actors.ts';
import { BLOCK, chose, control, enforced, EVERY_VISIT, line, PREVENTED, sums, taken } from '../ui/control.ts';
import { faults, wordsOf } from '../ui/page.ts';
import { seen } from '../ui/reports.ts';
import { popup, ready, sceneOf } from './open.tsx';

const HALDEN = domain('halden-audio.example');

/** A counted fact: its figure, and its words. */
function fact(root: ParentNode, name: string): readonly [figure: string | undefined, says: string | null] {
  const found = root.querySelector(`[data-fact=${name}]`);
  return [found instanceof HTMLDataElement ? found.value : undefined, wordsOf(root, `[data-fact=${name}]`)];
}

describe('the popup of a blocked site', () => {
  test('says how many numbers were handed out, and that none was kept', () => {
    const { root } = popup(sceneOf('blocked'));
    expect(wordsOf(root, 'h1')).toBe('This site handed out 40 numbers. None was kept.');
    expect(wordsOf(root, '.lead')).toBe(
      'Over 10 pages since you chose Block on 14 November. To this site you are a newcomer on every page. No request carried one of them.',
    );
    expect(root.querySelectorAll('.wall .picture')).toHaveLength(40);
    expect(root.querySelector('.wall')?.getAttribute('aria-label')).toBe('The pictures of the last 40 numbers.');
    expect(wordsOf(root, '[data-fact=given]')).toBe('40 numbers');
  });

  test('has what happened, each figure with its mark', () => {
    const { root } = popup(sceneOf('blocked'));
    expect(fact(root, 'prevented')).toEqual(['38', '38 numbers']);
    expect(fact(root, 'removed')).toEqual(['2', '2 numbers']);
    expect(fact(root, 'failed')).toEqual(['0', 'None.']);
    expect(fact(root, 'came-back')).toEqual(['0', 'None.']);
    expect(fact(root, 'pages-since')).toEqual(['10', '10 pages']);
    expect(fact(root, 'carried-by')).toEqual(['0', 'No request']);
    expect(root.textContent).toContain(
      '2 numbers, set by a script, removed after 6 and 9 ms. No request left in between.',
    );
  });

  test('tells the truth where some were kept: how many, which one is at work, and no newcomer', () => {
    const { root } = popup(sceneOf('blocked-failed'));
    expect(wordsOf(root, 'h1')).toBe('This site handed out 3 numbers. 1 was kept.');
    expect(root.querySelector('.tag [data-fact=number]')).not.toBeNull();
    expect(root.textContent).toContain('It is blocked, and yet this number of its own is stored.');
    expect(root.textContent).not.toContain('newcomer');
    expect(fact(root, 'failed')).toEqual(['1', '1 number']);
    expect(fact(root, 'came-back')).toEqual(['1', '1 number']);
    expect(fact(root, 'carried-by')).toEqual(['4', '4 requests']);
    expect(root.textContent).toContain('removed after 21 ms. 1 request carried one in between.');
  });

  test('names the longest time alone where not every removed one is in the report', () => {
    const report = sceneOf('blocked');
    const of = report.state === 'ready' && report.report.state === 'seen' ? report.report.site.control : control();
    const many = { ...of, sums: sums({ given: 400, prevented: 300, removed: 100, longestMs: 24.6 }) };
    const { root } = popup(ready(seen({ numbers: [], control: many })));
    expect(root.textContent).toContain('100 numbers removed after at most 25 ms.');
    expect(root.textContent).not.toContain('in between');
  });

  test('does not say that the site handed them out where others did', () => {
    const third = line(NOW, enforced(1, PREVENTED, { party: 'third' }));
    const { root } = popup(
      ready(seen({ numbers: [], control: chose(BLOCK, { acts: [third], sums: sums({ given: 1, prevented: 1 }) }) })),
    );
    expect(wordsOf(root, 'h1')).toBe('Pages here handed out 1 number. None was kept.');
  });

  test('says that nothing was handed out yet, and what became of the number from before', () => {
    const { root } = popup(sceneOf('blocked-now'));
    expect(wordsOf(root, 'h1')).toBe('This site keeps no number for you');
    expect(wordsOf(root, '.lead')).toBe('No page was opened since you chose Block today at 14:03.');
    expect(root.textContent).toContain('1 number taken away.');
    expect(root.textContent).toContain(`the site knew you as ${UUID.slice(0, 8)}`);
  });

  test('lists the last ones, each opening to what it was, what became of it, and why', () => {
    const { root } = popup(sceneOf('blocked'));
    const rows = [...root.querySelectorAll('.last-ones [data-outcome]')];
    expect(rows).toHaveLength(40);
    expect(rows[4]?.textContent).toContain('Removed after 6 ms');
    expect(wordsOf(rows[4] ?? root, '.evidence')).toContain('local storage called hv_copy, of halden-audio.example');
    expect(wordsOf(rows[0] ?? root, '.evidence')).toContain('You chose it for halden-audio.example.');
    expect(wordsOf(rows[0] ?? root, '.evidence')).toContain('No request carried it.');
  });
});

describe('the popup of a site whose number was replaced', () => {
  test('shows before and after, each with its counts', () => {
    const { root } = popup(sceneOf('reset'));
    expect(wordsOf(root, 'h1')).toBe('Your number here was replaced');
    expect(root.querySelector('[data-fact=before]')?.textContent).toBe(UUID);
    expect(root.querySelector('[data-fact=after]')?.textContent).toBe('c04e7d18-93fa-4b62-8a5d-e1f7206b9c30');
    expect([...root.querySelectorAll('.tag-caption')].map((caption) => caption.textContent)).toEqual([
      'Until 13:58: 58 visits, 21 searches, 2 orders',
      'Since 13:58: 1 visit, 1 search',
    ]);
  });

  test('says where, whether it came back, and that an account may join the two', () => {
    const { root } = popup(sceneOf('reset'));
    expect(root.textContent).toContain('In a cookie called hvid and local storage called hv_copy.');
    expect(fact(root, 'came-back')).toEqual(['0', 'No.']);
    expect(root.textContent).toContain('31 requests since carried the new number.');
    expect(root.textContent).toContain('by your account the site can still join the two');
    expect(root.textContent).toContain('None before these two.');
  });

  test('says that there is no new number yet, and has the earlier ones', () => {
    const { root } = popup(sceneOf('reset-alone'));
    expect(wordsOf(root, 'h1')).toBe('Your number here was taken away');
    expect(root.querySelector('[data-fact=after]')).toBeNull();
    expect(root.textContent).not.toContain('join the two');
    expect(root.querySelectorAll('.last-ones .other')).toHaveLength(2);
  });

  test('says that the old one came back', () => {
    const cameBack = line(NOW, { type: 'came-back', identifier: cookie('hvid', HALDEN), number: UUID });
    const report = sceneOf('reset');
    const shown = report.state === 'ready' && report.report.state === 'seen' ? report.report.site : null;
    const { root } = popup(ready(seen({ ...shown, control: chose(EVERY_VISIT, { acts: [cameBack] }) })));
    expect(fact(root, 'came-back')).toEqual(['1', '1 time']);
  });
});

describe('a held number', () => {
  test('stands on a dashed badge, whole, and is said to be neither stored nor sent', () => {
    const { root } = popup(sceneOf('asked'));
    expect(wordsOf(root, 'h1')).toBe('A number for you is held back');
    expect(root.querySelector('.tag-empty [data-fact=held]')?.textContent).toBe(UUID);
    expect(wordsOf(root, '.lead')).toBe(
      'The site gave it to you 20 seconds ago, to last until 27 December 2027. It is neither stored nor sent until you choose.',
    );
    expect(wordsOf(root, '[data-fact=mode]')).toBe('Undecided');
    expect(fact(root, 'prevented')).toEqual(['1', '1 number']);
  });

  test('is followed by the others that are held', async () => {
    const held = [taken({ why: 'hold' }), taken({ key: 'h2', why: 'hold', number: BLUEBIRD })];
    const { root } = popup(ready(seen({ numbers: [], control: control({ mode: 'ask', held }) })));
    expect(wordsOf(root, '.lead-block .all summary')).toBe('1 more is held back');
    expect(wordsOf(root, '.more-held .tag')).toBe(BLUEBIRD);
    expect(await faults()).toEqual([]);
  });

  test('is said to be another’s where it is', () => {
    const held = taken({ why: 'hold', number: BLUEBIRD, identifier: cookie('bbid', 'bluebird-metrics.example') });
    const { root } = popup(ready(seen({ numbers: [], control: control({ mode: 'ask', held: [held] }) })));
    expect(wordsOf(root, '.lead')).toContain('bluebird-metrics.example gave it to you');
  });
});

describe('a site that redirects for ever without a number', () => {
  test('has a notice, and Reset in force', () => {
    const { root } = popup(sceneOf('loop'));
    expect(wordsOf(root, '[data-notice=loop]')).toContain('redirect for ever, as seen on 14 November');
    expect(wordsOf(root, '[data-fact=mode]')).toBe('Reset on every visit');
  });
});
