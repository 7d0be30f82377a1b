import { askedBrowsers, ensureBrowsers, ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
ensureBrowsers(askedBrowsers(['chromium']));
handOver('dev.ts');
