import { askedBrowsers, ensureBrowsers, ensureChangedClock, ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
ensureBrowsers(askedBrowsers(['chromium', 'firefox']));
ensureChangedClock();
handOver('switched-off.ts');
