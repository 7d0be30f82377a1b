import { describe, expect, it } from 'vitest';
import { sectionOf } from './sections.ts';

describe('the section of a page', () => {
  it.each([
    ['/', 'Home'],
    ['/hi-fi', 'Hi-fi'],
    ['/hi-fi/model-2', 'Hi-fi'],
    ['/your-account', 'Your account'],
    ['/privacy-policy', 'Privacy policy'],
    ['/de/hi-fi', 'Hi-fi'],
    ['/en-gb/support/cables', 'Support'],
    ['/de', 'Home'],
    ['/no-such-page/x', 'No such page'],
    ['/stra%C3%9Fe', 'Straße'],
    ['/%E0%A4%A', '%e0%a4%a'],
    ['/index.html', 'Home'],
    ['/2026/11/22/news', 'News'],
    ['/404', 'Other'],
    ['/%F0%9F%8E%A7', 'Other'],
    ['/%20', 'Home'],
    ['/Hi-Fi', 'Hi-fi'],
  ])('of %s is %s', (path, section) => {
    expect(sectionOf(path)).toBe(section);
  });
});
