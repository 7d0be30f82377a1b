import type { Expiry } from '#core/event.ts';
import { type Choice, parseChoice } from '#core/mode.ts';
import type { BannerTold } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';

/** What the card in a page says: the background's answer to `ready`. */
export interface CardContent {
  readonly domain: Domain;
  /** The number the site knows the person by, or would. */
  readonly number: string;
  readonly expires: Expiry;
  /** It is neither stored nor sent until the person decides. */
  readonly held: boolean;
  /** Other companies that gave a number on this page, or got one: the answer counts for theirs here too. */
  readonly companies: number;
  /** What came of the site's consent banner just now; nothing, where nobody was asked. */
  readonly banner?: BannerTold;
}

/** What the card in a page tells the background. Only the top frame's is heard, for the site of its tab. */
export type CardMessage = { readonly from: 'card' } &
  /** The card is there and asks what to say; answered by a `CardContent`, or `null` where there is nothing to say any more. */
  (
    | { readonly type: 'ready' }
    /** The card was really shown, which may be long after: now the site has been told of. */
    | { readonly type: 'shown' }
    /** What the person chose; answered by `true` once it was carried out. */
    | { readonly type: 'answer'; readonly choice: Choice }
    /** The person put it away without an answer. */
    | { readonly type: 'dismissed' }
    /** The person wants to see all that is known of the site. */
    | { readonly type: 'more' }
  );

function hasFields(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A card's message, or `undefined` for anything else. */
export function parseCardMessage(message: unknown): CardMessage | undefined {
  if (!hasFields(message) || message['from'] !== 'card') return undefined;
  const { type } = message;
  if (type === 'ready' || type === 'shown' || type === 'dismissed' || type === 'more') return { from: 'card', type };
  const choice = type === 'answer' ? parseChoice(message['choice']) : undefined;
  return choice === undefined ? undefined : { from: 'card', type: 'answer', choice };
}

function parseExpiry(value: unknown): Expiry | undefined {
  if (value === 'session' || value === 'never') return value;
  return typeof value === 'number' && Math.abs(value) <= 8.64e15 ? value : undefined;
}

/** It is the background's own, who knows it from the ledger; what is shown of it is words of ours alone. */
function parseBanner(value: unknown): { readonly banner?: BannerTold } {
  if (!hasFields(value) || !hasFields(value['outcome'])) return {};
  return typeof value['outcome']['is'] === 'string' ? { banner: value as unknown as BannerTold } : {};
}

/** What the background answered, or `null` where it has nothing to say. */
export function parseCardContent(answer: unknown): CardContent | null {
  if (!hasFields(answer)) return null;
  const { domain, number, held, companies } = answer;
  const expires = parseExpiry(answer['expires']);
  if (typeof domain !== 'string' || typeof number !== 'string' || expires === undefined) return null;
  if (typeof held !== 'boolean' || typeof companies !== 'number') return null;
  return { domain: domain as Domain, number, expires, held, companies, ...parseBanner(answer['banner']) };
}
