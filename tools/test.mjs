import { askedBrowsers, ensureBrowsers, ensureChangedClock, ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
if (!process.argv.includes('--list') && !process.argv.includes('--help')) {
  ensureBrowsers(askedBrowsers(['chromium', 'firefox']));
  ensureChangedClock();
}
handOver('test.ts');
