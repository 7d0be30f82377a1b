import { describe, expect, it } from 'vitest';
import { rememberAsked } from '#background/control/asked-lately.ts';
import type { Cookie } from '#core/cookie.ts';
import { request, SHOP } from '../core/requesting.ts';
import { HVID_LINE, NEWS } from './on-device.ts';
import { cookieOf } from '../support/fakes/set-cookie.ts';

const T = Date.parse('2026-11-22T10:00:00Z');
const COOKIE = cookieOf(HVID_LINE, { url: SHOP, at: T });

interface Step {
  readonly id: string;
  readonly url?: string;
  /** When it began and was answered, in ms after the first. */
  readonly began: number;
  readonly answered?: number;
}

/** How many of these requests count for a cookie told so many ms after the first began. */
function counted(steps: readonly Step[], told: number, cookie: Cookie = COOKIE): number {
  const asked = rememberAsked();
  for (const { id, url = `${SHOP}${id}.png`, began } of steps) asked.began(id, { ...request(url), at: T + began });
  for (const { id, answered } of steps) if (answered !== undefined) asked.answered(id, T + answered);
  return asked.count(cookie, T + told);
}

const PAGE: Step = { id: 'page', began: 0, answered: 20 };

describe('requests that left before the browser told of a cookie', () => {
  it('carried it where they began after the response that brought it', () => {
    const after = [
      { id: 'a', began: 21 },
      { id: 'b', began: 25, answered: 60 },
    ];
    expect(counted([PAGE, ...after], 30)).toBe(2);
  });

  it.each<[string, readonly Step[]]>([
    ['that brought it', [PAGE]],
    ['that brought it within one millisecond', [{ id: 'page', began: 20, answered: 20 }]],
    ['that began before it was brought', [{ id: 'a', began: 10 }, PAGE]],
    ['that began after it was told, and is counted as it comes', [PAGE, { id: 'a', began: 31 }]],
    ['to another site', [PAGE, { id: 'a', url: `${NEWS}a.png`, began: 25 }]],
  ])('are not the one %s', (_says, steps) => {
    expect(counted(steps, 30)).toBe(0);
  });

  it('are only those that would carry it', () => {
    const cookie = { ...COOKIE, identifier: { ...COOKIE.identifier, path: '/acct' } };
    const steps = [PAGE, { id: 'a', began: 25 }, { id: 'b', url: `${SHOP}acct/b.png`, began: 25 }];
    expect(counted(steps, 30, cookie)).toBe(1);
  });

  it('are all there are where no response is known yet: rather one too many than one too few', () => {
    const steps = [
      { id: 'page', began: 0 },
      { id: 'a', began: 5, answered: 40 },
    ];
    expect(counted(steps, 30)).toBe(2);
  });

  it('are remembered through a redirect, which is an answer and goes on under the same id; told late, rather one too many', () => {
    const asked = rememberAsked();
    for (const hop of [0, 10]) {
      asked.began('page', { ...request(SHOP), at: T + hop });
      asked.answered('page', T + hop + 5);
    }
    expect([asked.count(COOKIE, T + 12), asked.count(COOKIE, T + 30)]).toEqual([1, 1]);
  });

  it('are remembered for five seconds', () => {
    const asked = rememberAsked();
    const ask = (id: string, at: number) => asked.began(id, { ...request(`${SHOP}${id}.png`), at: T + at });
    ask('a', 0);
    ask('b', 4999);
    expect(asked.count(COOKIE, T + 4999)).toBe(2);
    ask('c', 5000);
    expect(asked.count(COOKIE, T + 5000)).toBe(2);
  });
});
