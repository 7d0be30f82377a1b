import { ensureBrowsers, ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
if (!process.argv.includes('--help')) ensureBrowsers(['chromium']);
handOver('bench.ts');
