import type { Answered, SeenRequest } from '#browser/requests.ts';
import { NO_BODY } from '#browser/sent-body.ts';
import { distinct as distinctRecords } from '#consent/record.ts';
import { statedInAddress } from '#consent/stated-in-request.ts';
import type { Cookie } from '#core/cookie.ts';
import type { Arrival, Carried, LedgerEvent, Sighting } from '#core/event.ts';
import { identifierKey } from '#core/identifier.ts';
import { decodePercent } from '#core/percent.ts';
import type { WebRequest } from '#core/request.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { addressOf } from '#decode/address.ts';
import { carriedInAddress, carriedInBody, distinct } from './carried-elsewhere.ts';
import { type ContactSeen, contactsIn, contactsTold, mayBeEarly, toLookAgain, TYPED_LATE } from './contacts-sent.ts';
import type { Sent } from '#follow/parts.ts';
import { report } from './cookies.ts';
import { inContext } from './request-context.ts';
import { seenEvent, sightingOf } from './sighting.ts';
import { cookiesOf, sentCookies } from './sent-cookies.ts';
import { REQUEST_LATE } from './sign-ins.ts';
import { watchUnsure } from './watch-unsure.ts';
import { mayTell, NOTHING_TOLD, readSent, type Told } from './tell-of.ts';
import type { Watching } from './watching.ts';

/** Requests under way, by the browser's id. What is under way when the background is stopped is not counted. */
export type UnderWay = Map<string, Sending>;

/** A request and the numbers it carries. */
interface Sending {
  readonly request: WebRequest;
  readonly cookies: readonly Cookie[];
  /** The Cookie header, where the browser shows it. */
  readonly header: string | null;
  readonly inAddress: readonly Carried[];
  /** What the person typed, in the address and the referrer. */
  readonly contacts: readonly ContactSeen[];
  /** What is looked through again for what the person is typing. */
  readonly again: Sent | null;
  /** What it tells; `withheld`: the browser keeps to itself what it sends along. */
  readonly sent: Told | 'withheld';
  /** Where no answer was seen. */
  readonly arrival?: Exclude<Arrival, 'answered'>;
}

/** What the page alone told of: so far nothing is known of it. */
const BY_THE_PAGE = { cookies: [], header: null, inAddress: [], contacts: [], again: null, sent: NOTHING_TOLD };

/** A page that floods cannot fill the memory. */
const MOST_UNDER_WAY = 5000;

/** A request began: which numbers it carries is worked out now, from the jar as it is. Call as the browser tells it. */
export function observeRequest(watching: Watching, underWay: UnderWay, seen: SeenRequest): void {
  if (seen.cookies !== null && seen.cookies !== '') watching.withholding.sent(seen.cookies, seen.at);
  watching.signIns.began(seen);
  if (seen.resource === 'websocket') watching.sockets.opened(seen.tab, seen.url);
  void watching.queue.add(async () => {
    const request = await inContext(watching, seen);
    if (request === null) return;
    await watching.jar.ready;
    const asked = domainOf(request.url);
    watching.withholding.began(seen.id, request);
    if (asked !== undefined) await noteAsked(watching, asked, request.topDomain);
    if (request.resource === 'main_frame') {
      watching.recent.noteNavigation(request.topDomain, request.at);
      const { topDomain, url, store, tab, at, initiator } = request;
      watching.withholding.navigated({
        id: seen.id,
        byPage: initiator !== null,
        domain: topDomain,
        url,
        store,
        tab,
        at,
      });
    }
    if (underWay.size >= MOST_UNDER_WAY) underWay.clear();
    underWay.set(seen.id, {
      request,
      header: seen.cookies,
      // One that is being taken away is counted there, and is none of the site's numbers.
      cookies: sentCookies(watching, request, seen.cookies).filter((cookie) => !watching.withholding.carried(cookie)),
      inAddress: await carriedInAddress(watching, request),
      contacts: await contactsIn(watching, request, { url: request.url, referrer: request.referrer ?? null }),
      again: toLookAgain(watching, request, seen.body.state === 'shown' ? seen.body.body : null),
      sent: await sentOff(watching, request, seen),
    });
  });
}

/** What a request tells as it leaves, as far as the browser shows it. */
async function sentOff(
  watching: Watching,
  request: WebRequest,
  { method, url, body }: SeenRequest,
): Promise<Sending['sent']> {
  if (!mayTell(method, url, body)) return NOTHING_TOLD;
  return body.state === 'withheld' ? 'withheld' : await readSent(watching, request, body);
}

/** Which site's page asked whom, for cookies that come of it, and for those that came already. */
async function noteAsked({ recent, unexplained, now }: Watching, asked: Domain, top: Domain): Promise<void> {
  recent.noteRequest(asked, top, now());
  await unexplained.explain(asked, top);
}

/** It was answered. What came out of the browser's cache was never sent. */
export function observeAnswered(watching: Watching, underWay: UnderWay, { id, fromCache }: Answered): void {
  const at = watching.now();
  watching.signIns.answered(id, at);
  void watching.queue.add(async () => {
    watching.withholding.answered(id, at);
    const sending = underWay.get(id);
    underWay.delete(id);
    if (sending === undefined || fromCache) return;
    await takeSent(watching, sending);
    await takeSignIn(watching, id, sending.request);
  });
}

/** The person came back from another site, where they signed in: that this is theirs is known here from now on. */
async function takeSignIn(watching: Watching, id: string, { resource, topDomain, store }: WebRequest): Promise<void> {
  const at = resource === 'main_frame' ? await watching.signIns.signedInAt(id, topDomain) : null;
  if (at === null) return;
  const base = { id: watching.newId(), at: watching.now(), domain: topDomain, store };
  await watching.take([{ ...base, type: 'given', how: 'came-back', kinds: ['other-account'], target: at }]);
}

/** It never left, or no answer was seen: that a number went with it is not known. */
export function observeFailed(
  watching: Watching,
  underWay: UnderWay,
  { id, arrival }: { readonly id: string; readonly arrival: Exclude<Arrival, 'answered'> },
): void {
  void watching.queue.add(async () => {
    const sending = underWay.get(id);
    underWay.delete(id);
    if (sending !== undefined) await takeSent(watching, { ...sending, cookies: [], inAddress: [], arrival });
  });
}

/** A script asked across origins with cookies, which the browser tells nobody but the page. */
export function observeAskedWithCookies(watching: Watching, request: WebRequest): void {
  void watching.queue.add(async () => {
    await watching.jar.ready;
    // Told late: a cookie that came in between, perhaps with the very answer, was not sent.
    const cookies = cookiesOf(watching, request).filter(({ identifier }) =>
      watching.jar.bornBy(identifierKey(identifier), request.at),
    );
    if (cookies.length > 0) await takeSent(watching, { ...BY_THE_PAGE, request, cookies });
  });
}

/** A page tells of a body that the browser withholds within so many ms. */
const BODY_LATE = 500;

/**
 * Records what was sent. A cookie in it that waits for the request that brought it is judged first, and a body that only
 * the page can tell of is waited for.
 */
async function takeSent(watching: Watching, sending: Sending): Promise<void> {
  const take = async (): Promise<void> => void watching.take(await eventsOf(watching, sending)).catch(report);
  const late = Math.max(
    sending.cookies.some((cookie) => watching.waiting.has(cookie)) ? REQUEST_LATE : 0,
    sending.sent === 'withheld' ? BODY_LATE : 0,
    mayBeEarly(watching, sending.request, seenIn(sending)) ? BODY_LATE : 0,
    sending.again === null ? 0 : TYPED_LATE,
  );
  if (late > 0) watching.later(late, take);
  else await take();
}

/** What the person typed, wherever it stood, as far as the browser showed it. */
function seenIn({ contacts, sent }: Sending): readonly ContactSeen[] {
  return sent === 'withheld' ? contacts : [...contacts, ...sent.contacts];
}

/**
 * A page's guard saw something go into a web socket: a hint, which counts where the browser tells of the socket, which it
 * may do a moment later.
 */
export function observeSocketMessage(watching: Watching, request: WebRequest, body: Uint8Array): void {
  const isOpen = (): boolean => watching.sockets.isOpen(request.tab, request.url);
  const take = async (): Promise<void> => {
    await watching.jar.ready;
    const sent = await readSent(watching, request, { state: 'shown', body });
    const again = toLookAgain(watching, request, body);
    await takeSent(watching, { ...BY_THE_PAGE, request, again, sent });
  };
  if (isOpen()) void watching.queue.add(take);
  else watching.later(BODY_LATE, async () => (isOpen() ? await take() : undefined));
}

/** What a request told. Somebody else got a number with it: whatever its form, it may say what for. */
async function toldBy(watching: Watching, { request, sent }: Sending, gotNumber: boolean): Promise<Told> {
  if (sent === 'withheld') return await readSent(watching, request, { state: 'withheld' });
  if (sent.told === null) {
    if (!gotNumber) return sent;
    const { told, onces, states } = await readSent(watching, request, NO_BODY);
    return { ...sent, told, onces, states };
  }
  // A number that came to be known since it began is still found where the vendor's form has it.
  const since = await carriedInBody(watching, request, { body: null, told: sent.told });
  return { ...sent, inBody: distinct([...since, ...sent.inBody]) };
}

async function eventsOf(watching: Watching, sending: Sending): Promise<readonly LedgerEvent[]> {
  const { request, arrival } = sending;
  const recipient = domainOf(request.url);
  const address = addressOf(request.url);
  if (recipient === undefined || address === null || watching.wiped.covers(request.topDomain, request.at)) return [];
  const base = { id: watching.newId(), at: request.at, domain: request.topDomain, store: request.store };
  const { numbers, news } = await numbersIn(watching, sending);
  const gotNumber = recipient !== request.topDomain && numbers.length + sending.inAddress.length > 0;
  const { told: all, onces, inBody, contacts: inBodyToo, ...said } = await toldBy(watching, sending, gotNumber);
  const left = { onces, arrival: arrival ?? 'answered', at: request.at } as const;
  const told = all === null ? null : watching.mirrors.once({ telling: all, ...left });
  const states = distinctRecords([...statedInAddress(request.url), ...said.states]);
  const carried = [...numbers, ...sending.inAddress, ...(arrival === undefined ? inBody : [])];
  // What nobody saw an answer to was sent nevertheless.
  const again = sending.again === null ? [] : await contactsIn(watching, request, sending.again);
  const seen = arrival === 'never' ? [] : [...sending.contacts, ...inBodyToo, ...again];
  const contacts = contactsTold(watching, request, { seen, told });
  const without: readonly LedgerEvent[] =
    carried.length + contacts.length > 0 || arrival !== undefined || recipient === request.topDomain
      ? []
      : [{ ...base, id: watching.newId(), type: 'asked-without', recipient }];
  if (carried.length + contacts.length + states.length === 0 && told === null) return without;
  const { tab, method, resource } = request;
  const more = {
    ...(told === null ? {} : { told }),
    ...(states.length > 0 && { states }),
    ...(contacts.length > 0 && { contacts }),
    ...(arrival === undefined ? {} : { arrival }),
  };
  const event = { ...base, type: 'request-sent', tab, recipient, method, resource, address, carried, ...more } as const;
  return [...without, ...news, event];
}

/** A cookie that is carried before it was seen being set was there already. */
const UNSEEN = { how: 'found' } as const;

/** The numbers among the cookies; one is news on a site where it was not seen before. */
async function numbersIn(
  watching: Watching,
  { request, cookies, header }: Sending,
): Promise<{ readonly numbers: readonly Carried[]; readonly news: readonly LedgerEvent[] }> {
  const numbers: Carried[] = [];
  const news: LedgerEvent[] = [];
  const domain = request.topDomain;
  for (const cookie of cookies) {
    const about = await watching.aboutOf(cookie.identifier);
    const sighting = sightingOf(cookie, { domain, now: request.at, setBy: UNSEEN, about });
    await watchUnsure(watching, { cookie, domain, verdict: sighting.verdict });
    if (sighting.verdict.kind !== 'random-id' || !stoodIn(header, sighting)) continue;
    numbers.push({ identifier: cookie.identifier, as: 'cookie', parameter: null });
    const event = seenEvent(sighting, { id: watching.newId(), at: request.at, domain });
    if (await watching.known.note(event)) news.push(event);
  }
  return { numbers, news };
}

/** Whether the header held the number; a value may have changed around it since, or be another partition's. */
function stoodIn(header: string | null, { verdict, value }: Sighting): boolean {
  if (header === null) return true;
  const number = verdict.token ?? value;
  return header.includes(number) || decodePercent(header).includes(number);
}
