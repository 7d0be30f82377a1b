// @vitest-environment happy-dom
import { signal } from '@preact/signals';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { GpcSupport } from '#core/gpc.ts';
import { App } from '../../options/app.tsx';
import { parseRoute } from '../../options/route.ts';
import { faults, show, wordsOf } from '../ui/page.ts';
import { answerAs, ask, asked, beginAnew, pick, pressNamed, settled } from './background.ts';

vi.mock('#messages/ask.ts', async () => await import('./background.ts'));

beforeEach(beginAnew);

const HERE = '#/site/halden-audio.example';
const LIST = '[aria-labelledby=gpc] select';

async function page(hash: string): Promise<HTMLElement> {
  const root = show(<App route={signal(parseRoute(hash))} />);
  await settled();
  return root;
}

/** The choices of the list, the chosen one first. */
function choices(root: HTMLElement): readonly string[] {
  const list = root.querySelector<HTMLSelectElement>(LIST);
  const options = [...(list?.options ?? [])];
  return [list?.selectedOptions[0]?.text ?? 'none', ...options.map(({ text }) => text)];
}

async function lookedUp(support: GpcSupport): Promise<string | null> {
  answerAs('', { lookUpGpc: support });
  const root = await page(HERE);
  await pressNamed(root, 'Look up what the site states');
  return wordsOf(root, '[data-gpc-support]');
}

describe('Global Privacy Control', () => {
  test('is switched on for every site in settings', async () => {
    const root = await page('#/settings');
    expect(choices(root)).toEqual(['Off', 'Off', 'On']);
    await pick(root, LIST, 'on');
    expect(asked('changeGpc')).toEqual([{ domain: null, on: true }]);
  });

  test('is chosen for a site on its page, or follows what holds for every site', async () => {
    const domain = 'halden-audio.example';
    answerAs('', { gpc: { everyone: true, sites: { [domain]: false } } });
    const root = await page(HERE);
    expect(choices(root)).toEqual(['Off', 'As on every site: on', 'On', 'Off']);
    await pick(root, LIST, 'all');
    await pick(root, LIST, 'on');
    expect(asked('changeGpc')).toEqual([
      { domain, on: null },
      { domain, on: true },
    ]);
  });

  test('is looked up at a press, and at no other time', async () => {
    const root = await page(HERE);
    expect(choices(root)[0]).toBe('As on every site: off');
    expect(asked('lookUpGpc')).toEqual([]);
    await pressNamed(root, 'Look up what the site states');
    expect(asked('lookUpGpc')).toEqual([{ domain: 'halden-audio.example' }]);
    expect(wordsOf(root, '[data-gpc-support]')).toMatch(
      /^The site states that it follows this signal\. Last changed .*1 March.* stated$/u,
    );
  });

  test('is said not to be followed where the site says so, and nothing is said of a day it does not give', async () => {
    expect(await lookedUp({ is: 'stated', gpc: false, lastUpdate: null })).toBe(
      'The site states that it does not follow this signal. stated',
    );
  });

  test.each([
    ['missing', 'The site gave no such file, so it states nothing.'],
    ['elsewhere', 'The site points to another address, which was not asked.'],
    ['unreadable', 'What the site answered is no such statement.'],
    ['unanswered', 'The site did not answer.'],
  ] as const)('where the statement is %s, that is said', async (is, says) => {
    expect(await lookedUp({ is })).toBe(says);
  });

  test('what went wrong is said', async () => {
    const root = await page(HERE);
    ask.mockRejectedValueOnce(new Error('the disk is full'));
    await pick(root, LIST, 'on');
    expect(root.textContent).toContain('That did not work: the disk is full');
  });

  test.each(['#/settings', HERE])('axe finds nothing wrong with %s', { timeout: 60_000 }, async (hash) => {
    await page(hash);
    expect(await faults()).toEqual([]);
  });
});
