import { ensurePackages, handOver } from './ensure.mjs';

ensurePackages();
handOver('accuracy.ts');
