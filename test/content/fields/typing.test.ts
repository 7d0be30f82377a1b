// @vitest-environment happy-dom
import { expect, it } from 'vitest';
import { watchTyping } from '#content/fields/typing.ts';
import { CHECKOUT, fill, show } from './a-person.ts';

it('that a person is typing is told once in a while, and what a script writes is not', () => {
  let told = 0;
  watchTyping(document, () => (told += 1));
  show(CHECKOUT);
  fill('[name="email"]', 'a', { by: 'script' });
  expect(told).toBe(0);
  fill('[name="email"]', 'ad');
  fill('[name="email"]', 'ada');
  fill('[name="name"]', 'Ada');
  expect(told).toBe(1);
});
