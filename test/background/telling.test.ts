import { describe, expect, it, vi } from 'vitest';
import { TEXTS } from '../ui/english.ts';
import { contentOf, NOTICE_CHOICES, siteOfNotice, systemNotice } from '../../src/background/telling.ts';
import { cookie, domain, NOW, UUID } from '../ui/actors.ts';
import { receipt } from '../ui/banner.ts';
import { BLOCK, chose, control, taken } from '../ui/control.ts';
import { number, site } from '../ui/reports.ts';

vi.mock('#browser/words.ts', () => ({
  locale: () => 'en-GB',
  text: (key: string, args: readonly string[] = []) => (TEXTS[key]?.message ?? '').replace('$1', args[0] ?? ''),
}));

const UNTIL = new Date(2027, 11, 27, 12).getTime();

describe('what is told of a site', () => {
  it('is its own number, until when, and how many others the answer counts for', () => {
    expect(contentOf(site(), NOW)).toEqual({
      domain: 'halden-audio.example',
      number: UUID,
      expires: UNTIL,
      held: false,
      companies: 4,
    });
  });

  it('is what came of its banner too, in this visit', () => {
    const last = receipt({ is: 'hidden' });
    const banner = { mode: 'refuse', purposes: [], chosen: false, last } as const;
    const told = { wanted: { is: 'refuse' }, outcome: { is: 'hidden' } };
    expect(contentOf(site({ banner }), last.at + 1000)?.banner).toEqual(told);
    expect(contentOf(site({ banner }), last.at + 3_600_000)?.banner).toBeUndefined();
  });

  it('is its own before another’s, even where the other came first', () => {
    const bluebird = number({ number: 'b', party: 'third', identifier: cookie('bbid', 'bluebird-metrics.example') });
    expect(contentOf(site({ numbers: [bluebird, number()] }), NOW)).toMatchObject({ number: UUID, companies: 1 });
  });

  it('is first of all the one that is held back', () => {
    const held = taken({ number: 'waits', why: 'hold', expires: 'session' });
    const told = contentOf(site({ numbers: [], control: control({ mode: 'ask', held: [held] }) }), NOW);
    expect(told).toMatchObject({ number: 'waits', held: true, expires: 'session', companies: 0 });
  });

  it.each([
    ['was decided', site({ control: chose(BLOCK) })],
    ['has no number', site({ numbers: [] })],
    ['is paused', site({ control: control({ pause: { at: NOW, until: null, why: 'paused', everywhere: true } }) })],
  ])('is nothing where it %s', (_, report) => {
    expect(contentOf(report, NOW)).toBeNull();
  });
});

describe('a notification of the system’s', () => {
  const content = { domain: domain('halden-audio.example'), number: UUID, expires: UNTIL, held: false, companies: 0 };

  it('says who gave a number and until when, and names the site it is about', () => {
    const notice = systemNotice(content);
    expect(notice).toEqual({
      id: 'number/halden-audio.example',
      title: 'halden-audio.example has given you a number',
      says: 'It will know you by this number when you return, until 27 December 2027.',
      buttons: ['Allow', 'Block'],
    });
    expect(siteOfNotice(notice.id)).toBe('halden-audio.example');
    expect(siteOfNotice('another')).toBeUndefined();
  });

  it('has a choice for each of its buttons, in their order', () => {
    expect(NOTICE_CHOICES.map(({ mode }) => mode)).toEqual(['allow', 'block']);
  });

  it.each([
    [{ expires: 'session' } as const, 'It will know you by this number until you close the browser.'],
    [{ expires: 'never' } as const, 'It will know you by this number whenever you return.'],
    [{ held: true }, 'It is held back: neither stored nor sent until you decide.'],
  ])('given %o says “%s”', (more, says) => {
    expect(systemNotice({ ...content, ...more }).says).toBe(says);
  });

  it('does not show the number: others may see the screen', () => {
    expect(JSON.stringify(systemNotice(content))).not.toContain(UUID);
  });
});
