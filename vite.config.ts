import { crx, type ManifestV3Export } from '@crxjs/vite-plugin';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';
import manifest from './manifest.json' with { type: 'json' };
import { PAGE_SCRIPT_PLUGINS } from './tools/page-scripts.ts';

/** What each browser adds to the one manifest. */
const ADDS = {
  chrome: {
    minimum_chrome_version: '128',
    background: { service_worker: 'src/background/main.ts', type: 'module' },
    incognito: 'spanning',
    permissions: [],
  },
  firefox: {
    // Cookies out of responses by editing single lines of the headers, of hosts with a decision alone.
    permissions: ['webRequestBlocking'],
    background: { scripts: ['src/background/main.ts'], type: 'module' },
    browser_specific_settings: {
      gecko: {
        id: '{6b1f0e7c-6a0d-4d55-9d3e-1f6f2f7f0c5a}',
        strict_min_version: '140.0',
        data_collection_permissions: { required: ['none'] },
      },
      gecko_android: { strict_min_version: '142.0' },
    },
  },
} as const;

export default defineConfig(({ mode }) => {
  const browser = mode === 'firefox' ? 'firefox' : 'chrome';
  const permissions = [...manifest.permissions, ...ADDS[browser].permissions].toSorted();
  const whole = { ...manifest, ...ADDS[browser], permissions } as unknown as ManifestV3Export;
  return {
    plugins: [PAGE_SCRIPT_PLUGINS.before, preact(), crx({ manifest: whole, browser }), PAGE_SCRIPT_PLUGINS.after],
    build: { outDir: `dist/${browser}`, emptyOutDir: true, target: 'es2023', modulePreload: false },
  };
});
