import type { Deed } from '#core/hit.ts';

/** Names of events as sites and vendors give them, in words and without signs. The first that fits is it. */
const DEEDS: readonly (readonly [Deed, RegExp])[] = [
  ['consent', /\bconsent\b|\bopt (?:in|out)\b|\bcookie (?:accept|reject|banner)/u],
  ['error', /\b(?:error|exception|crash|js error|unhandled)s?\b/u],
  [
    'order',
    /\b(?:purchased?|order (?:complete|completed|placed|confirmed|confirmation|success)|completed? order|placed order|complete payment|transaction|checkout (?:complete|completed|success)|sale|ecommerce purchase|conversion purchase)\b/u,
  ],
  ['search', /\b(?:search|searched|site search|search results?|products? searched|internal search)\b/u],
  [
    'checkout',
    /\b(?:checkout|begin checkout|initiate checkout|start(?:ed)? checkout|add (?:payment|shipping) info|payment info)\b/u,
  ],
  [
    'cart',
    /\b(?:add(?:ed)? (?:to )?(?:cart|basket|bag)|(?:cart|basket|bag) (?:add|added|view|viewed|updated?)|remove(?:d)? from (?:cart|basket)|view(?:ed)? (?:cart|basket)|product (?:added|removed)|cart|basket)\b/u,
  ],
  [
    'product-view',
    /\b(?:view(?:ed)? (?:item|product|content)|product view(?:ed)?|(?:product|item) detail|view item list|product list viewed|list viewed|view category)\b/u,
  ],
  [
    'sign-up',
    /\b(?:sign ?up|signed up|register(?:ed)?|registration|complete registration|account created|create account|subscribe[dr]?)\b/u,
  ],
  ['sign-in', /\b(?:log ?in|logged in|sign ?in|signed in)\b/u],
  ['lead', /\b(?:lead|generate lead|contact|request a quote|book(?:ed)? (?:a )?demo)\b/u],
  ['identify', /\b(?:identify|identified|alias|set user|user update|profile)\b/u],
  ['download', /\b(?:file )?download(?:ed)?\b/u],
  ['form', /\bform\b|\bsubmit(?:ted)?\b/u],
  ['video', /\b(?:video|media|play|pause|player|watch(?:ed)?)\b/u],
  ['scroll', /\bscroll(?:ed|ing| depth)?\b/u],
  [
    'page-view',
    /\bpage ?views?\b|\bview(?:ed)? (?:a )?page\b|\bpage viewed\b|\bscreen ?view\b|\bpage (?:visit|load|hit)\b|\bvisit(?:web)? ?page\b|^(?:page|pv|screen|view|page view.*|pageload|track pageview)$/u,
  ],
  ['time', /\b(?:engagement|heartbeat|ping|page ?leave|page ?ping|dwell|time (?:on|spent)|session end)\b/u],
  ['click', /\b(?:clicks?|clicked|autocapture|outbound|tap|rageclick)\b/u],
  ['performance', /\b(?:performance|web ?vitals?|timing|lcp|cls|inp|fid)\b/u],
];

/** Longer names say no more. */
const LENGTH = 100;

/** A name in words: `AddToCart`, `add_to_cart` and `$add-to-cart` are the same. */
function wordsOf(name: string): string {
  return name
    .slice(0, LENGTH)
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim();
}

/** What a person did, by the name of an event; by the words in it, where the vendor's own list does not tell. */
export function deedOf(name: string, own: Readonly<Record<string, Deed>> = {}): Deed {
  // Of a composed name (`event · Video · play`) the vendor's own word stands first, and the site's after it.
  const lower = name.toLowerCase();
  const said = own[lower] ?? own[lower.split(' · ', 1)[0] ?? lower];
  if (said !== undefined) return said;
  const words = wordsOf(name);
  return DEEDS.find(([, pattern]) => pattern.test(words))?.[0] ?? own['*'] ?? 'other';
}
