import type { SwitchedOff } from './change.ts';
import { OF_BANNERS } from './of-banners.ts';
import { OF_CHOICES } from './of-choices.ts';
import { OF_COMPANIES } from './of-companies.ts';
import { OF_CONTROL } from './of-control.ts';
import { OF_FOLLOWING } from './of-following.ts';
import { OF_GPC } from './of-gpc.ts';
import { OF_HOLDING } from './of-holding.ts';
import { OF_RECEIPTS } from './of-receipts.ts';
import { OF_THE_CARD } from './of-the-card.ts';
import { OF_THE_RECORD } from './of-the-record.ts';
import { OF_TRUST } from './of-trust.ts';
import { OF_WHAT_IS_SENT } from './of-what-is-sent.ts';

/**
 * What each end-to-end behaviour tests, switched off. `npm run switched-off` builds the extension with each of these
 * changes and runs the behaviours named in real Chromium and Firefox: every one of them has to fail.
 */
export const SWITCHED_OFF: readonly SwitchedOff[] = [
  ...OF_THE_RECORD,
  ...OF_TRUST,
  ...OF_HOLDING,
  ...OF_THE_CARD,
  ...OF_CONTROL,
  ...OF_WHAT_IS_SENT,
  ...OF_FOLLOWING,
  ...OF_COMPANIES,
  ...OF_BANNERS,
  ...OF_CHOICES,
  ...OF_RECEIPTS,
  ...OF_GPC,
];
