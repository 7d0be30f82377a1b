import { ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
handOver('check.ts');
