import type { SentBody } from '#browser/sent-body.ts';
import { statedInHit } from '#consent/stated-in-hit.ts';
import { statedInBody } from '#consent/stated-in-request.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { Carried, Telling } from '#core/event.ts';
import type { Reading } from '#core/hit.ts';
import type { WebRequest } from '#core/request.ts';
import { domainOf } from '#core/site.ts';
import { READER } from '#decode/read-hit.ts';
import { tellingOf } from '#decode/telling.ts';
import { sentText } from '#decode/sent-text.ts';
import { carriedInBody } from './carried-elsewhere.ts';
import { type ContactSeen, contactsIn } from './contacts-sent.ts';
import type { Watching } from './watching.ts';

/** Whether a request may tell of something, by its address alone. */
export function mayTell(method: string, url: string, { state }: SentBody): boolean {
  return method !== 'OPTIONS' && READER.mayBeHit(url, state !== 'none');
}

/** What a request sends along, as far as anybody shows it, what that tells, and what it says of consent. */
interface Sent extends Pick<Told, 'told' | 'onces'> {
  readonly body: Uint8Array | string | null;
  readonly states: readonly ConsentRecord[];
}

function bodyOf(watching: Watching, { tab, method, url, at }: WebRequest, sent: SentBody): Sent['body'] {
  switch (sent.state) {
    case 'none':
      return null;
    case 'shown':
      return sent.body;
    case 'withheld':
      return watching.toldBodies.take({ tab, method, url }, at);
  }
}

/**
 * Whether a telling in no vendor's form is one. A page that opens is told by itself; and what a site's own scripts ask the
 * site is its business, unless it is filed under a number.
 */
function isTold({ url, topDomain, resource }: WebRequest, { vendor, events }: Telling): boolean {
  if (vendor !== null) return true;
  if (resource === 'main_frame') return false;
  return domainOf(url) !== topDomain || events.some(({ facts }) => (facts.visitor ?? facts.session) !== undefined);
}

/** What the events in a request say of consent. Their texts are whole here: of what is told, a beginning is kept. */
function statesOf(reading: Reading): readonly ConsentRecord[] {
  if (reading.type === 'host' || reading.type === 'nothing') return [];
  return reading.events.flatMap(({ facts }) => (facts.consent === undefined ? [] : (statedInHit(facts.consent) ?? [])));
}

/** What a request tells, and to whom. */
function sentIn(watching: Watching, request: WebRequest, sent: SentBody): Sent {
  const { url, method } = request;
  const body = bodyOf(watching, request, sent);
  const reading = READER.read({ url, method, body });
  const read = tellingOf(reading);
  const told = read !== null && isTold(request, read) ? read : null;
  const notShown = sent.state === 'withheld' && body === null;
  return {
    body,
    told: told !== null && notShown ? { ...told, limits: [...told.limits, 'not-shown'] } : told,
    onces: reading.type === 'hit' ? reading.events.map(({ once }) => once) : [],
    states: statesOf(reading),
  };
}

/** What a request tells and says of consent, and the site's numbers and what the person typed in what it sends along. */
export interface Told {
  readonly told: Telling | null;
  /** What makes each of its events the same when it is told again. */
  readonly onces: readonly (string | null)[];
  readonly states: readonly ConsentRecord[];
  readonly inBody: readonly Carried[];
  readonly contacts: readonly ContactSeen[];
}

/** It sends nothing along, and tells nothing. */
export const NOTHING_TOLD: Told = { told: null, onces: [], states: [], inBody: [], contacts: [] };

/** Reads what a request sends along: at once, so that no body is kept while it is under way. */
export async function readSent(watching: Watching, request: WebRequest, body: SentBody): Promise<Told> {
  const sent = sentIn(watching, request, body);
  const inBody = await carriedInBody(watching, request, sent);
  const text = sentText(sent.body);
  const contacts = sent.body === null ? [] : await contactsIn(watching, request, { url: '', body: text });
  const { told, onces } = sent;
  return { told, onces, states: [...statedInBody(text), ...sent.states], inBody, contacts };
}
