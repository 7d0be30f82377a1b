import { startHolding } from './hold/start.ts';

/** In the page's world of a site where a stored number was allowed by itself: holds what scripts write, touches nothing. */
startHolding({ forget: false });
