import preact from '@preact/preset-vite';
import type { Plugin } from 'vite';
import { defineConfig, type TestProjectInlineConfiguration } from 'vitest/config';
import type { BrowserName } from './test/support/engine.ts';

/** What the build makes of a script in pages is its path: tests of the background are told one. */
const scriptPaths: Plugin = {
  name: 'known-as:script-paths',
  enforce: 'pre',
  resolveId: (source) => (source.includes('?script') ? `\0${source}` : null),
  load: (id) =>
    id.startsWith('\0') && id.includes('?script') ? `export default ${JSON.stringify(`/${id.slice(2)}`)}` : null,
};

const UNIT_TIMEOUT = 20_000;
/** The first hook of a file may start the whole background: on a busy machine loading it alone takes 10 s. */
const UNIT_HOOK_TIMEOUT = 60_000;

/** The daily check: properties are tried for a moment only; whole views, the whole background, the guard, forms, the demo sites and floods are left to `npm test`. */
const QUICK = process.env['QUICK'] === '1';
const LEFT = [
  'test/content/hold/**',
  'test/site/**',
  'test/support/**',
  'test/ui/**/*.test.tsx',
  'test/ui/live.test.ts',
  'test/popup/**',
  'test/options/**',
  'test/card/**',
  'test/background/**',
  'test/content/fields/**',
  'test/decode/{library,body,garbage,hits}.test.ts',
  'test/consent/{audit-properties,garbage,programs,tcf}.test.ts',
  'test/follow/follow.test.ts',
  'test/accuracy/**',
  'test/bench/**',
  'test/store/limits.test.ts',
  'test/enforce/rules-as-the-standard.test.ts',
  'test/tools/usage.test.ts',
];

/** Tests of rooms that keep nothing in mind share their modules: that halves the time. The others get fresh ones. */
const SHARING = [
  'core',
  'identify',
  'decode',
  'store',
  'site',
  'support',
  'tools',
  'observe',
  'enforce',
  'messages',
].map((room) => `test/${room}/**/*.test.ts`);

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
      globalSetup: browser === 'firefox' ? ['test/support/firefox-template.ts'] : [],
      retry: 0,
    },
  };
}

export default defineConfig({
  test: {
    pool: 'threads',
    maxWorkers: 2,
    projects: [
      {
        plugins: [scriptPaths, preact()],
        test: {
          name: 'unit',
          include: ['test/**/*.test.{ts,tsx}'],
          exclude: ['test/browser/**', ...SHARING, ...(QUICK ? LEFT : [])],
          testTimeout: UNIT_TIMEOUT,
          hookTimeout: UNIT_HOOK_TIMEOUT,
        },
      },
      {
        test: {
          name: 'unit-sharing',
          include: SHARING,
          exclude: QUICK ? LEFT : [],
          isolate: false,
          testTimeout: UNIT_TIMEOUT,
          hookTimeout: UNIT_HOOK_TIMEOUT,
          setupFiles: QUICK ? ['test/support/quick-properties.ts'] : [],
        },
      },
      endToEnd('chromium'),
      endToEnd('firefox'),
    ],
  },
});
