import type { Carried, Telling } from '#core/event.ts';
import { hostOf, identifierKey } from '#core/identifier.ts';
import { SOCKET_MESSAGE, type WebRequest } from '#core/request.ts';
import { domainOf, domainOfHost } from '#core/site.ts';
import { sentText } from '#decode/sent-text.ts';
import type { Followed } from '#follow/follow.ts';
import type { Sent } from '#follow/parts.ts';
import type { FollowedNumber } from './following.ts';
import { noticeSentOn } from './handed-on.ts';
import type { Watching } from './watching.ts';

function keyOf({ identifier, as, parameter, form }: Carried): string {
  return [as, form ?? '', parameter ?? '', identifierKey(identifier)].join(' ');
}

/** Each once: an identifier in one form at one place. */
export function distinct(all: readonly Carried[]): readonly Carried[] {
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}

/** Of a batch that names the visitor with each event, so many places are kept. */
const MOST_PLACES = 2;

function firstPlaces(all: readonly Carried[]): readonly Carried[] {
  const counts = new Map<string, number>();
  return all.filter((one) => {
    const key = keyOf({ ...one, parameter: null });
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= MOST_PLACES;
  });
}

function toCarried(request: WebRequest, { what, in: as, name, form }: Followed<FollowedNumber>): Carried {
  const [other] = what.domains;
  const here = what.domains.has(request.topDomain) || other === undefined;
  const carried = { identifier: what.identifier, as, parameter: name === '' ? null : name, form } as const;
  return here ? carried : { ...carried, of: other };
}

/**
 * Numbers in a request that are somebody else's than the recipient's: that it gets its own is what its cookies are for.
 * What also stands in the page's own address is no secret of that page's number.
 */
async function carriedIn(watching: Watching, request: WebRequest, sent: Sent): Promise<readonly Carried[]> {
  await watching.known.ofDomain(request.topDomain);
  const recipient = domainOf(request.url);
  const found = watching.following
    .find(sent)
    .filter(
      ({ what: { identifier } }) =>
        identifier.store === request.store && domainOfHost(hostOf(identifier)) !== recipient,
    );
  if (found.length === 0) return [];
  // The tab may have gone on to another site's page meanwhile, whose address says nothing of this one.
  const open = (await watching.tabs.addressOf(request.tab)) ?? '';
  const page = domainOf(open) === request.topDomain ? open : '';
  const secret = found.filter(({ what }) => !what.domains.has(request.topDomain) || !page.includes(what.number));
  return firstPlaces(distinct(secret.map((one) => toCarried(request, one))));
}

/** The numbers in the address of a request to somebody else, in whatever form, and in its referrer. */
export async function carriedInAddress(watching: Watching, request: WebRequest): Promise<readonly Carried[]> {
  const { url, referrer = null, resource, topDomain } = request;
  if (resource !== 'main_frame') await noticeSentOn(watching, request);
  const carried = await carriedIn(watching, request, { url, referrer });
  // A page that is opened by a link may get another site's number in its address.
  return resource === 'main_frame' ? carried.filter(({ of }) => of !== undefined && of !== topDomain) : carried;
}

/** What a vendor's form says in a body, as JSON: what it was packed in is undone. */
function readOut(told: Telling | null): string {
  const said = (told?.events ?? []).flatMap(({ facts }) =>
    Object.values(facts).flatMap(({ place, value }) =>
      place.part === 'body' && typeof value === 'string' ? [[place.name, value] as const] : [],
    ),
  );
  return said.length === 0 ? '' : JSON.stringify(Object.fromEntries(said));
}

/** The same for what it sends along. */
export async function carriedInBody(
  watching: Watching,
  request: WebRequest,
  { body, told }: { readonly body: Uint8Array | string | null; readonly told: Telling | null },
): Promise<readonly Carried[]> {
  if ((body === null && told === null) || request.resource === 'main_frame') return [];
  const isMessage = request.method === SOCKET_MESSAGE;
  const found = await carriedIn(watching, request, { url: '', body: sentText(body), isMessage });
  const read = await carriedIn(watching, request, { url: '', body: readOut(told), isMessage });
  const known = new Set(found.map(({ identifier }) => identifierKey(identifier)));
  return distinct([...found, ...read.filter(({ identifier }) => !known.has(identifierKey(identifier)))]);
}
