import { askedBrowsers, ensureBrowsers, ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
if (!process.argv.includes('--help')) ensureBrowsers(askedBrowsers(['chromium', 'firefox']));
handOver('bench.ts');
