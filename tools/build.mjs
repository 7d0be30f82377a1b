import { ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
handOver('build.ts');
