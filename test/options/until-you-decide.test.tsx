// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { App } from '../../options/app.tsx';
import { parseRoute } from '../../options/route.ts';
import { faults, press, show, wordsOf } from '../ui/page.ts';
import { answerAs, ask, asked, beginAnew, pick, pressNamed, requestNotifications, settled } from './background.ts';

vi.mock('#messages/ask.ts', async () => await import('./background.ts'));

beforeEach(beginAnew);

async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

const HOW = 'select[aria-label="How you are told"]';

describe('until the person decides', () => {
  test('what a site’s own numbers and those of other companies may do is set apart', async () => {
    const root = await page('#/settings');
    const groups = [...root.querySelectorAll('fieldset')].map((group) =>
      [...group.querySelectorAll('input')].map(({ value }) => value),
    );
    expect(groups).toEqual([
      ['notify', 'ask'],
      ['notify', 'ask', 'block'],
    ]);
    await press(root, 'input[name=third][value=block]');
    await settled();
    expect(asked('changeUndecided')).toEqual([{ first: 'notify', third: 'block' }]);
  });

  test('what is set is marked', async () => {
    answerAs('asking');
    const root = await page('#/settings');
    expect([...root.querySelectorAll<HTMLInputElement>('fieldset :checked')].map(({ value }) => value)).toEqual([
      'ask',
      'block',
    ]);
  });

  test('a card is chosen by a press', async () => {
    await pick(await page('#/settings'), HOW, 'card');
    expect(asked('changeNotice')).toEqual([{ by: 'card', aDay: 3 }]);
    expect(requestNotifications).not.toHaveBeenCalled();
  });

  test('a notification is chosen once the browser allows it', async () => {
    await pick(await page('#/settings'), HOW, 'notification');
    expect(requestNotifications).toHaveBeenCalledOnce();
    expect(asked('changeNotice')).toEqual([{ by: 'notification', aDay: 3 }]);
  });

  test('a notification that the browser does not allow is not chosen, and that is said', async () => {
    requestNotifications.mockResolvedValue(false);
    const root = await page('#/settings');
    await pick(root, HOW, 'notification');
    expect(asked('changeNotice')).toEqual([]);
    expect(root.textContent).toContain('Your browser did not allow notifications.');
  });

  test('how many a day is asked only where there are any', async () => {
    expect((await page('#/settings')).querySelector('select[aria-label="At most"]')).toBeNull();
    answerAs('asking');
    const root = await page('#/settings');
    const most = root.querySelector<HTMLSelectElement>('select[aria-label="At most"]');
    expect([...(most?.options ?? [])].map(({ text }) => text)).toEqual([
      '1 card a day',
      '3 cards a day',
      '10 cards a day',
    ]);
    await pick(root, 'select[aria-label="At most"]', '10');
    expect(asked('changeNotice')).toEqual([{ by: 'card', aDay: 10 }]);
  });

  test('that a card asks all the same where a number is held is said where nothing but the icon tells of others', async () => {
    answerAs('paused');
    expect((await page('#/settings')).textContent).toContain('a small card still asks');
  });

  test('what went wrong is said', async () => {
    const root = await page('#/settings');
    ask.mockRejectedValueOnce(new Error('the disk is full'));
    await press(root, 'input[name=first][value=ask]');
    await settled();
    expect(root.textContent).toContain('That did not work: the disk is full');
  });
});

describe('the pause everywhere', () => {
  test('is for an hour, or until pressed again', async () => {
    const root = await page('#/settings');
    await pressNamed(root, 'For an hour');
    await pressNamed(root, 'Until I press again');
    expect(asked('pause')).toEqual([
      { domain: null, minutes: 60 },
      { domain: null, minutes: null },
    ]);
  });

  test('says what holds, and is ended by a press', async () => {
    answerAs('asking');
    const root = await page('#/settings');
    expect(wordsOf(root, '[aria-labelledby=pause] [role=status]')).toBe('Paused until 15:02.');
    await pressNamed(root, 'Resume');
    expect(asked('resume')).toEqual([{ domain: null }]);
  });

  test('without an end says so', async () => {
    answerAs('paused');
    const root = await page('#/settings');
    expect(wordsOf(root, '[aria-labelledby=pause] [role=status]')).toBe('Paused until you press again.');
  });
});

test.each([['asking', '#/settings']])('axe finds nothing wrong, %s, with %s', async (scene, hash) => {
  answerAs(scene);
  await page(hash);
  expect(await faults()).toEqual([]);
});
