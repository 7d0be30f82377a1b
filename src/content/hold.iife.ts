import { startHolding } from './hold/start.ts';

/** In the page's world of a site that may keep no number: forgets those in web storage, then holds what scripts write. */
startHolding({ forget: true });
