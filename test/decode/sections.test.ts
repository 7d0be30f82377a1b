import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sectionOf } from '#decode/sections.ts';
import { anyAddress } from './addresses.ts';

function section(path: string): string {
  return sectionOf(`https://shop.example${path}`);
}

describe('the section of an address', () => {
  it.each([
    ['/', 'Home'],
    ['/?utm_source=letter', 'Home'],
    ['/index.html', 'Home'],
    ['/hi-fi', 'Hi-fi'],
    ['/hi-fi/model-2', 'Hi-fi'],
    ['/Hi-Fi/', 'Hi-fi'],
    ['/e-books', 'E-books'],
    ['/your-account/orders', 'Your account'],
    ['/privacy-policy', 'Privacy policy'],
    ['/about_us.php', 'About us'],
    ['/caf%C3%A9', 'Café'],
    ['/%E9l%E8ve', '%e9l%e8ve'],
    ['/a%2Fb', 'A/b'],
  ])('%s is in %s', (path, name) => {
    expect(section(path)).toBe(name);
  });

  it.each(['/de/hi-fi', '/en-gb/hi-fi', '/de_DE/hi-fi', '/us/en/hi-fi', '/zh-hans/hi-fi', '/es-419/hi-fi'])(
    '%s is the same section in another language',
    (path) => {
      expect(section(path)).toBe('Hi-fi');
    },
  );

  it('is Home in every language', () => {
    expect(section('/de/')).toBe('Home');
    expect(section('/en-gb/index.html')).toBe('Home');
  });

  it.each([
    '/2027/02/14/stories',
    '/2027-02-14/stories',
    '/1234/stories',
    '/5d1f0c7e-9a3b-4c28-8e6f-2b7d90a1c4e3/stories',
    '/9c0e4b7a1f6d83520b8ce94d17f3a625/stories',
    '/c/stories',
  ])('%s: numbers, dates and IDs name no section', (path) => {
    expect(section(path)).toBe('Stories');
  });

  it('is Other where nothing else is left, and for what is no page of the web', () => {
    expect(section('/1234')).toBe('Other');
    expect(section('/---')).toBe('Other');
    expect(sectionOf('about:blank')).toBe('Other');
  });

  it('follows an application that keeps its path in the fragment', () => {
    expect(section('/#/settings/display')).toBe('Settings');
    expect(section('/#!/settings')).toBe('Settings');
    expect(section('/#top')).toBe('Home');
    expect(section('/help#/settings')).toBe('Help');
  });
});

describe('any address', () => {
  it('has a section of 1 to 40 printable characters on one line', () => {
    fc.assert(
      fc.property(anyAddress, (url) => {
        expect(sectionOf(url)).toMatch(/^[^\p{Cc}\p{Cf}\p{Cs}]{1,40}$/u);
      }),
      { numRuns: 10_000 },
    );
  });

  it('whose path is a section’s own name is in that section', () => {
    const word = fc.stringMatching(/^[a-z]{3,9}$/u);
    const slug = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join('-'));
    fc.assert(
      fc.property(slug, (path) => {
        const name = section(`/${path}`);
        expect(section(`/${encodeURIComponent(name)}`)).toBe(name);
      }),
      { numRuns: 10_000 },
    );
  });
});
