import { describe, expect } from 'vitest';
import type { EventLine } from '#core/report.ts';
import { SHOP } from '../site/hosts.ts';
import { placeOrder, signIn } from '../site/shopper.ts';
import { behaviour, everythingStored } from './world.ts';

type Given = Extract<EventLine, { type: 'given' }>;

function givenIn(lines: readonly EventLine[]): readonly Given[] {
  return lines.filter((line) => line.type === 'given');
}

/** What the shopper types into the order form. */
const TYPED = ['Ada Lindqvist', 'ada@post.example', '5550142', 'Mill Lane', '10115', '4242424242424242', '12/30'];

describe('what a person types into a form', () => {
  behaviour('is told by its kinds once it is submitted, and no value of it is kept', async (world) => {
    const { browser, open, reportUntil } = world;
    const page = await open(`${SHOP}/`);
    await placeOrder(page, 'model-2');
    const report = await reportUntil(page, 'what was given', ({ given }) => given.some(({ sent }) => sent));
    expect(report.given.filter(({ sent }) => sent).map(({ kind }) => kind)).toEqual([
      'name',
      'email',
      'phone',
      'address',
      'card',
    ]);
    const [line, ...others] = givenIn(report.events);
    expect(others).toEqual([]);
    expect(line).toMatchObject({
      how: 'submitted',
      kinds: ['name', 'email', 'phone', 'address', 'card'],
      target: null,
    });
    expect(line?.numbers).toContain(report.numbers[0]?.key);
    const stored = await everythingStored(browser);
    expect(stored).toContain('submitted');
    for (const value of TYPED) expect(stored).not.toContain(value);
  });

  behaviour('and only left in a field is told as that', async ({ open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    await page.evaluate(() => {
      const form = document.createElement('form');
      form.innerHTML = '<label>E-mail <input name="newsletter-email" type="email"></label><button>Join</button>';
      document.body.prepend(form);
    });
    await page.type('[name="newsletter-email"]', 'ada@post.example');
    await page.keyboard.press('Tab');
    const { given, events } = await reportUntil(page, 'the field', (report) => report.given.length > 0);
    expect(given).toMatchObject([{ kind: 'email', sent: false }]);
    expect(givenIn(events)).toMatchObject([{ how: 'left', kinds: ['email'], target: null }]);
  });

  behaviour('to sign in is a sign-in, under the number that is at work', async ({ open, reportUntil }) => {
    const page = await open(`${SHOP}/`);
    await signIn(page, 'Ada');
    const { events, numbers } = await reportUntil(page, 'the sign-in', ({ given }) => given.some(({ sent }) => sent));
    const [line] = givenIn(events);
    expect(line?.kinds).toContain('sign-in');
    expect(line?.numbers).toContain(numbers[0]?.key);
  });
});
