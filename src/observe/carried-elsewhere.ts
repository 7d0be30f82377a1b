import type { Carried, Telling } from '#core/event.ts';
import { hostOf, identifierKey } from '#core/identifier.ts';
import type { WebRequest } from '#core/request.ts';
import { domainOf, domainOfHost } from '#core/site.ts';
import { findInAddress } from '#decode/in-address.ts';
import { findInBody } from '#decode/in-body.ts';
import { noticeSentOn } from './handed-on.ts';
import type { KnownNumber } from './known.ts';
import type { Watching } from './watching.ts';

/** The site's numbers that are somebody else's than the recipient's: that it gets its own is what its cookies are for. */
async function othersNumbers(watching: Watching, request: WebRequest): Promise<readonly KnownNumber[]> {
  const recipient = domainOf(request.url);
  return (await watching.known.ofDomain(request.topDomain)).filter(
    ({ identifier }) => identifier.store === request.store && domainOfHost(hostOf(identifier)) !== recipient,
  );
}

/** Each identifier once. */
export function distinct(all: readonly Carried[]): readonly Carried[] {
  return [...new Map(all.map((one) => [identifierKey(one.identifier), one])).values()];
}

/** The site's numbers that stand in clear in the address of a request to somebody else. */
export async function carriedInAddress(watching: Watching, request: WebRequest): Promise<readonly Carried[]> {
  if (request.resource === 'main_frame') return [];
  await noticeSentOn(watching, request);
  const known = await othersNumbers(watching, request);
  if (known.length === 0) return [];
  const found = findInAddress(
    request.url,
    known.map(({ number }) => number),
  );
  return distinct(
    found.flatMap(({ token, parameter }) =>
      known
        .filter(({ number }) => number === token)
        .map(({ identifier }): Carried => ({ identifier, as: 'address', parameter })),
    ),
  );
}

/** The same for what it sends along. */
export async function carriedInBody(
  watching: Watching,
  request: WebRequest,
  { body, told }: { readonly body: Uint8Array | string | null; readonly told: Telling | null },
): Promise<readonly Carried[]> {
  if ((body === null && told === null) || request.resource === 'main_frame') return [];
  const known = await othersNumbers(watching, request);
  const found = findInBody(
    body ?? '',
    told,
    known.map(({ number }) => number),
  );
  return distinct(
    found.flatMap(({ token, field }) =>
      known
        .filter(({ number }) => number === token)
        .map(({ identifier }): Carried => ({ identifier, as: 'body', parameter: field })),
    ),
  );
}
