import preact from '@preact/preset-vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import type { BrowserName } from './test/support/engine.ts';

/** The end-to-end behaviours in one real browser; one after the other, each in a browser of its own. */
function endToEnd(browser: BrowserName): TestProjectInlineConfiguration {
  return {
    test: {
      name: browser,
      include: ['test/browser/**/*.test.ts'],
      provide: { browser },
      testTimeout: 120_000,
      hookTimeout: 60_000,
      fileParallelism: false,
      retry: 0,
    },
  };
}

export default defineConfig({
  test: {
    projects: [
      {
        plugins: [preact()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**'],
          testTimeout: 20_000,
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});
