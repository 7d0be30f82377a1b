import type { LedgerEvent } from '#core/event.ts';
import { isDigest } from '#core/followed.ts';
import type { GotOfPerson } from '#core/person.ts';
import type { Draft } from '../draft.ts';
import type { NamedRow } from '../rows.ts';
import { siteRow } from './site.ts';

type Sent = Extract<LedgerEvent, { type: 'request-sent' }>;

/** So many recipients of a site are remembered. */
const MOST = 100;

function keyOf({ what, form, basis, early }: GotOfPerson): string {
  return [what, form, basis, early ?? ''].join(' ');
}

function isHashed({ form }: GotOfPerson): boolean {
  return form === 'hashed' || (form !== 'clear' && isDigest(form));
}

/** What a request says to be of the person, as its vendor's form has it. */
function statedIn({ told }: Sent): readonly GotOfPerson[] {
  return (told?.events ?? []).flatMap(({ personal, facts }) => [
    ...personal.map(({ what, form }): GotOfPerson => ({ what, form, basis: 'stated' })),
    ...(facts.user === undefined ? [] : [{ what: 'user', form: 'clear', basis: 'stated' } as const]),
  ]);
}

/** All of the person in a request; where it is known whose it is, what the request says of the same thing adds nothing. */
function gotIn(event: Sent): readonly GotOfPerson[] {
  const own = (event.contacts ?? []).map(({ what, form, early }): GotOfPerson => ({
    what,
    form,
    basis: 'inferred',
    ...(early && { early }),
  }));
  const stated = statedIn(event).filter(
    (said) => !own.some((one) => one.what === said.what && isHashed(one) === isHashed(said)),
  );
  return [...new Map([...own, ...stated].map((one) => [keyOf(one), one])).values()];
}

/** Remembers who got something of the person with a request: to whom the number in it has a name from now on. */
export async function foldNamed(draft: Draft, event: Sent): Promise<void> {
  if (event.arrival === 'never') return;
  const got = gotIn(event);
  const vendor = event.told?.vendor ?? null;
  const isOthers = event.recipient !== event.domain || vendor !== null || got.some(({ early }) => early === true);
  if (got.length === 0 || !isOthers) return;
  const site = await siteRow(draft, event.domain, event.at);
  // By way of the site itself different vendors may get it.
  const key = event.recipient === event.domain ? `${event.recipient} ${vendor?.id ?? ''}` : event.recipient;
  const known = site.named?.[key];
  if (known === undefined && Object.keys(site.named ?? {}).length >= MOST) return;
  const row: NamedRow = {
    recipient: event.recipient,
    vendor: known?.vendor ?? vendor,
    requests: (known?.requests ?? 0) + 1,
    first: known?.first ?? event.at,
    last: event.at,
    got: [...new Map([...(known?.got ?? []), ...got].map((one) => [keyOf(one), one])).values()],
  };
  draft.put('sites', { ...site, named: { ...site.named, [key]: row } });
}
