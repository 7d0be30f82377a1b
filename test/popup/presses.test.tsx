// @vitest-environment happy-dom
import { act } from 'preact/test-utils';
import { describe, expect, test, vi } from 'vitest';
import type { TabReport } from '#core/report.ts';
import type { Acts } from '../../popup/acts.ts';
import { cookie, domain, NOW } from '../ui/actors.ts';
import { BLOCK, chose, control, enforced, line, PREVENTED, taken } from '../ui/control.ts';
import { key, press, wordsOf } from '../ui/page.ts';
import { seen } from '../ui/reports.ts';
import { acts, popup, ready, sceneOf } from './open.tsx';

const HALDEN = domain('halden-audio.example');

describe('what is pressed', () => {
  test('is carried out for the site at once', async () => {
    const does = acts();
    const { root } = popup(ready(seen()), does);
    await press(root, '[data-decide=block]');
    expect(does.choose).toHaveBeenCalledWith(HALDEN, BLOCK);
    await press(root, '.choice .menu > button');
    await press(root, '[data-rhythm=now]');
    expect(does.resetNow).toHaveBeenCalledWith(HALDEN);
  });

  test.each([
    ['undone', ''],
    ['not-open', 'Open a page of the site first: only there can it be taken back.'],
    ['still-there', 'What the site stored could not be taken away.'],
  ] as const)('takes the answer to a banner back, and says what came of it: %s', async (came, says) => {
    const does = acts({ undoBanner: vi.fn<Acts['undoBanner']>().mockResolvedValue(came) });
    const { root } = popup(ready(seen()), does);
    await press(root, '[data-undo-answer]');
    expect(does.undoBanner).toHaveBeenCalledWith(HALDEN, 'receipt');
    expect(root.querySelector('[data-undo-answer]')?.parentElement?.nextElementSibling?.textContent ?? '').toBe(says);
  });

  test('is carried out for one number, or one stored value, alone', async () => {
    const does = acts();
    const { root } = popup(sceneOf('allowed'), does);
    await press(root, '[data-number=third] .mode');
    await press(root, '[data-mode=allow]');
    expect(does.chooseForThis).toHaveBeenLastCalledWith({
      domain: HALDEN,
      identifier: cookie('bbid', 'bluebird-metrics.example', { hostOnly: false }),
      choice: { mode: 'allow' },
    });
    expect(wordsOf(root, '[data-number=third]')).toContain('chosen for this one');
    await press(root, '.values .mode');
    await press(root, '[data-mode=block]');
    expect(does.chooseForThis).toHaveBeenLastCalledWith({
      domain: HALDEN,
      identifier: cookie('sid', 'halden-audio.example'),
      choice: BLOCK,
    });
  });

  test.each([
    ['here-hour', [HALDEN, 60]],
    ['here', [HALDEN, null]],
    ['everywhere-hour', [null, 60]],
    ['everywhere', [null, null]],
  ])('pauses: %s', async (pause, asked) => {
    const does = acts();
    const { root } = popup(ready(seen()), does);
    await press(root, '.popup-foot .menu > button');
    await press(root, `[data-pause=${pause}]`);
    expect(does.pause).toHaveBeenCalledWith(...asked);
    expect(document.activeElement?.textContent).toBe('Pause');
  });

  test('looks broken, and one press brings it back', async () => {
    const does = acts();
    await press(popup(ready(seen()), does).root, '[data-broken]');
    expect(does.looksBroken).toHaveBeenCalledWith(HALDEN);
    const { root } = popup(sceneOf('broken'), does);
    expect(wordsOf(root, '[data-notice=broken] p')).toBe(
      'You said that this site looks broken, so nothing is held back, blocked or reset here.',
    );
    expect(root.querySelector('[data-broken]')).toBeNull();
    await press(root, '[data-resume]');
    expect(does.resume).toHaveBeenCalledWith(HALDEN);
  });

  test('ends a pause where it was begun: everywhere', async () => {
    const does = acts();
    const pause = { at: NOW, until: null, why: 'paused', everywhere: true } as const;
    const { root } = popup(ready(seen({ control: control({ pause }) })), does);
    expect(wordsOf(root, '[data-notice=paused] p')).toContain('Paused everywhere until you resume.');
    await press(root, '[data-resume]');
    expect(does.resume).toHaveBeenCalledWith(null);
  });

  test('is shown to be under way until it was carried out', async () => {
    let resolve = () => {};
    const promise = new Promise<void>((done) => {
      resolve = done;
    });
    const { root } = popup(ready(seen()), acts({ choose: async () => promise }));
    await press(root, '[data-decide=block]');
    expect(root.querySelector('main')?.getAttribute('aria-busy')).toBe('true');
    await act(async () => {
      resolve();
      await promise;
    });
    await vi.waitFor(() => expect(root.querySelector('main')?.getAttribute('aria-busy')).toBe('false'));
  });

  test('says what went wrong where it could not be carried out', async () => {
    const choose = vi.fn<Acts['choose']>().mockRejectedValue(new Error('the background did not answer'));
    const { root } = popup(ready(seen()), acts({ choose }));
    await press(root, '[data-decide=block]');
    await vi.waitFor(() =>
      expect(wordsOf(root, '[role=alert]')).toBe('That did not work: the background did not answer'),
    );
  });
});

describe('what was taken away', () => {
  test.each([
    [true, 'Brought back.'],
    [false, 'Not found afterwards.'],
  ])('can be brought back, and what a fresh look found is said in place: %s', async (found, says) => {
    const does = acts({ bringBack: vi.fn<Acts['bringBack']>().mockResolvedValue(found) });
    const { root, loaded } = popup(sceneOf('blocked'), does);
    await press(root, '[data-undo=t1]');
    expect(does.bringBack).toHaveBeenCalledWith('t1');
    await vi.waitFor(() => expect(wordsOf(root, '.taken .brought')).toBe(says));
    const back = found ? NOW : null;
    void act(() => {
      loaded.value = ready(seen({ numbers: [], control: chose(BLOCK, { taken: [taken({ backAt: back })] }) }));
    });
    expect(wordsOf(root, '.taken .brought')).toBe(says);
    expect(root.querySelectorAll('[data-undo]')).toHaveLength(found ? 0 : 1);
  });

  test('is not offered twice: neither what is back, nor what is held', () => {
    const all = [taken({ backAt: NOW }), taken({ key: 'h', why: 'hold' })];
    const { root } = popup(ready(seen({ control: chose(BLOCK, { taken: all }) })));
    expect(root.querySelectorAll('[data-undo]')).toHaveLength(0);
  });

  test('is offered beside before and after where it was replaced', () => {
    const { root } = popup(sceneOf('reset'));
    expect(wordsOf(root, '[data-undo=r1]')).toBe('Bring the old number back');
    expect(root.querySelectorAll('[data-undo]')).toHaveLength(1);
  });
});

describe('for who cannot see it', () => {
  test('says what was done once it is reported, and not what was pressed', async () => {
    const { root, loaded } = popup(ready(seen()));
    await press(root, '[data-decide=block]');
    expect(wordsOf(root, '[data-said]')).toBe('');
    const done = [
      line(NOW, enforced(1, { is: 'removed', afterMs: 9, carriedBy: 0 }, { met: 'kept' })),
      line(NOW, enforced(2, PREVENTED)),
      line(NOW - 5, { type: 'chosen', identifier: null, choice: BLOCK }),
    ];
    const after: TabReport = seen({ numbers: [], control: chose(BLOCK, { acts: done }) });
    void act(() => {
      loaded.value = ready(after);
    });
    expect(wordsOf(root, '[data-said]')).toBe('Chosen for this site: Block. A number from before was taken away.');
    expect(root.querySelector('[data-said]')?.getAttribute('role')).toBe('status');
  });

  test('what the popup opens with is not announced', () => {
    expect(wordsOf(popup(sceneOf('blocked-now')).root, '[data-said]')).toBe('');
  });

  test('the focus stays with the decision when what was pressed is gone', async () => {
    const { root, loaded } = popup(ready(seen()));
    root.querySelector<HTMLElement>('[data-decide=block]')?.focus();
    await press(root, '[data-decide=block]');
    void act(() => {
      loaded.value = ready(seen({ numbers: [], control: chose(BLOCK) }));
    });
    expect(document.activeElement?.getAttribute('data-decide')).toBe('block');
  });

  test('the menu of pauses closes on Escape and gives the focus back', async () => {
    const { root } = popup(ready(seen()));
    await press(root, '.popup-foot .menu > button');
    expect(document.activeElement?.getAttribute('data-pause')).toBe('here-hour');
    await key('Escape');
    expect(document.activeElement?.textContent).toBe('Pause');
  });
});
