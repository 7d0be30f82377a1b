import { expect, it } from 'vitest';
import { companyOf, companyOfDomain } from '#core/company.ts';
import type { Domain } from '#core/site.ts';

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

it('what is kept under a company’s public suffix is not the company’s', () => {
  expect(companyOf('d111.cloudfront.net')?.name).toBe('Amazon CloudFront');
  expect(companyOfDomain('d111.cloudfront.net' as Domain)).toBeNull();
  expect(companyOfDomain('criteo.com' as Domain)?.name).toBe('Criteo');
});
