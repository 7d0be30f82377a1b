// @vitest-environment happy-dom
import { describe, expect, test, vi } from 'vitest';
import { cookie } from '../ui/actors.ts';
import { SCENES } from '../ui/gallery/scenes.ts';
import { faults, press, show, wordsOf, everyOrFirst } from '../ui/page.ts';
import { number, seen } from '../ui/reports.ts';
import { acts, popup, ready, sceneOf } from './open.tsx';

describe('the popup where there is no number', () => {
  test('says so in a sentence, and what the site does store', () => {
    const { root } = popup(sceneOf('empty'));
    expect(wordsOf(root, 'h1')).toBe('This site has given you no number');
    expect(wordsOf(root, '.lead')).toBe(
      'Nothing stored here tells you apart from other visitors. Watched since 14 January, over 6 visits.',
    );
    expect(root.textContent).toContain('theme holds large-type');
    expect(root.textContent).toContain('csrf gone when you close the browser');
  });

  test('asks for the site, or for all, with the browser’s own question, and looks again', async () => {
    const does = acts();
    const { root } = popup(sceneOf('withheld'), does);
    await press(root, '.asks .button-main');
    expect(does.requestAccess).toHaveBeenCalledWith('https://halden-audio.example');
    await vi.waitFor(() => expect(does.again).toHaveBeenCalledTimes(1));
    await press(root, '.asks .button:not(.button-main)');
    expect(does.requestAccess).toHaveBeenLastCalledWith(null);
  });

  test('says that a refusal changed nothing', async () => {
    const { root } = popup(sceneOf('withheld'), acts({ requestAccess: async () => Promise.resolve(false) }));
    await press(root, '.asks .button-main');
    await vi.waitFor(() => expect(wordsOf(root, '[role=status]')).toBe('Not allowed. Nothing has changed.'));
  });

  test('says that it is our own fault where it is, and tries again', async () => {
    const does = acts();
    const { root } = popup(sceneOf('failed'), does);
    expect(wordsOf(root, '[role=alert]')).toContain('a fault of Known As');
    expect(wordsOf(root, '.raw')).toContain('QuotaExceededError');
    await press(root, '.button-main');
    expect(does.again).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['unwatched', 'This page was open before Known As. Reload it'],
    ['private', 'chosen here is kept in memory only, gone when the last private window closes'],
    ['overflowed', 'not all of it'],
  ])('a page that is %s says so', (scene, says) => {
    expect(popup(sceneOf(scene)).root.textContent).toContain(says);
    expect(popup(ready(seen())).root.textContent).not.toContain(says);
  });
});

describe('hostile text', () => {
  test('is text: no element, no handler, no script comes of it', () => {
    const { root } = popup(sceneOf('hostile'));
    expect(root.querySelectorAll('img, script, iframe, [onerror]')).toHaveLength(0);
    expect(root.textContent).toContain('<img src=x onerror=alert(1)>\ufffd\ufffd\ufffdgnihton');
    expect(root.textContent).not.toMatch(/[^\P{Cc}\n]|\p{Cf}/u);
  });

  test('a long number is cut, its end kept, and all of it opens in place', () => {
    const { root } = popup(sceneOf('hostile'));
    expect(wordsOf(root, '.tag .all summary')).toBe('all 1,305 characters');
    expect(wordsOf(root, '.tag-number .number')).toMatch(/…1a44$/u);
    expect(root.querySelector('[data-fact=number]')?.textContent).toHaveLength(1305);
  });

  test('a cookie name cannot take the place of another word in a sentence', () => {
    const name = '\ue000$1</b><b>';
    const { root } = popup(ready(seen({ numbers: [number({ identifier: cookie(name, 'a.example') })] })));
    expect(wordsOf(root, '[data-line=why] tr:nth-child(3) td')).toBe(`a cookie called \ufffd$1</b><b>, of a.example`);
  });
});

describe('for everybody', () => {
  test('axe sees a planted fault', async () => {
    show(<button type="button" />);
    expect(await faults()).toContainEqual(expect.stringMatching(/^button-name/u));
  });

  test.each(everyOrFirst(Object.keys(SCENES)))('axe finds nothing wrong with the popup: %s', async (scene) => {
    popup(sceneOf(scene));
    expect(await faults()).toEqual([]);
  });

  test('no picture is read out, and each heading has its place', () => {
    const { root } = popup(ready(seen()));
    for (const picture of root.querySelectorAll('.picture')) expect(picture.getAttribute('aria-hidden')).toBe('true');
    expect([...root.querySelectorAll('h1')]).toHaveLength(1);
    expect(root.querySelectorAll('main, header')).toHaveLength(2);
  });
});
