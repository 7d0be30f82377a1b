import { expect, it } from 'vitest';
import { companyOf } from '#core/company.ts';

it.each([
  ['criteo.com', 'Criteo'],
  ['.gum.criteo.com', 'Criteo'],
  ['STATIC.Criteo.com', 'Criteo'],
])('%s belongs to %s', (host, name) => {
  expect(companyOf(host)).toEqual({ name, category: 'ad' });
});

it.each(['shop.example', 'notcriteo.com', 'com', '', '127.0.0.1'])('nobody is said to own “%s”', (host) => {
  expect(companyOf(host)).toBeNull();
});
