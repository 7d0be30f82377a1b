import { BANNERS } from './banners.ts';
import type { Bench } from './bench.ts';
import { COLD_START } from './cold-start.ts';
import { DECODE } from './decode.ts';
import { DISK } from './disk.ts';
import { FOLLOW } from './follow.ts';
import { GUARD } from './guard.ts';
import { PACKAGE } from './package.ts';
import { PAGE_LOAD } from './page-load.ts';
import { POPUP } from './popup.ts';
import { RULES } from './rules.ts';
import { VERDICT } from './verdict.ts';

/** Everything that is measured, in the order of docs/figures.md. */
export const BENCHES: readonly Bench[] = [
  PAGE_LOAD,
  VERDICT,
  DECODE,
  FOLLOW,
  POPUP,
  COLD_START,
  DISK,
  PACKAGE,
  RULES,
  GUARD,
  BANNERS,
];
