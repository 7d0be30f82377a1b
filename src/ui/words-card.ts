import { counted, filled, plain, rich } from './say.ts';

/** The texts of the card in a page: few, since the card brings them along. The words themselves are in `_locales`. */
export const cardWords = {
  label: filled('cardLabel', 'site'),
  gave: rich('cardGave', 'site'),
  knowsUntil: rich('cardKnowsUntil', 'day'),
  knowsSession: plain('cardKnowsSession'),
  knowsForever: plain('cardKnowsForever'),
  held: plain('cardHeld'),
  heldUntil: rich('cardHeldUntil', 'day'),
  heldSession: plain('cardHeldSession'),
  heldForever: plain('cardHeldForever'),
  companies: counted('cardCompanies'),
  allow: plain('decideAllow'),
  block: plain('decideBlock'),
  reset: plain('decideReset'),
  notNow: plain('cardNotNow'),
  more: plain('cardMore'),
  notDone: plain('cardNotDone'),
} as const;
