import { expect, it } from 'vitest';
import { versionIn } from './machine.ts';

it.each([
  ['Chromium 156.0.8078.79 built on Debian GNU/Linux 12 (bookworm)\n', 'Chromium 156.0.8078.79'],
  ['Mozilla Firefox 153.7.0esr\n', 'Firefox 153.7.0esr'],
  ['Something else\n', 'Something else'],
])('%j is told as %s', (said, told) => {
  expect(versionIn(said)).toBe(told);
});
