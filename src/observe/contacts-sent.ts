import type { Telling } from '#core/event.ts';
import type { ContactSent } from '#core/person.ts';
import type { WebRequest } from '#core/request.ts';
import { domainOf } from '#core/site.ts';
import { sentText } from '#decode/sent-text.ts';
import { formIn } from '#follow/contacts.ts';
import type { Sent } from '#follow/parts.ts';
import type { TypedContact } from './people.ts';
import type { Watching } from './watching.ts';

/** What the person typed, as it stood in a request. */
export interface ContactSeen {
  readonly contact: TypedContact;
  readonly sent: Omit<ContactSent, 'early'>;
}

/** A page tells that a form was submitted a moment after what its scripts send then, in ms. */
const TOLD_LATE = 1000;
/** And what was typed, a moment after its scripts sent it, in ms. */
export const TYPED_LATE = 500;

/** What the person typed anywhere in this browser session, in whatever a request sends. */
export async function contactsIn(
  { people }: Watching,
  { store }: WebRequest,
  sent: Sent,
): Promise<readonly ContactSeen[]> {
  const found = await people.find(store, sent);
  return found.map(({ what: contact, form, packed, in: as, name }) => ({
    contact,
    sent: { what: contact.what, form: formIn(form, packed), as, parameter: name === '' ? null : name },
  }));
}

/** A page sends so much at most that is looked through again. */
const LONGEST_AGAIN = 65_536;

/**
 * What is looked through again a moment after it was sent: a page's scripts may send what is typed before the page's
 * watcher has told of it. Only while the person is typing there; kept in memory until then.
 */
export function toLookAgain(
  { people }: Watching,
  { tab, at, url, resource }: WebRequest,
  body: Uint8Array | string | null,
): Sent | null {
  if (resource === 'main_frame' || !people.isTyping(tab, at)) return null;
  return { url, body: body === null || body.length > LONGEST_AGAIN ? null : sentText(body) };
}

/** Whether what a page's own scripts sent had not been submitted, as is known by now. */
function isEarly({ people }: Watching, { resource, topDomain, at }: WebRequest, contact: TypedContact): boolean {
  if (resource === 'main_frame') return false;
  const submitted = people.submittedAt(contact, topDomain);
  return submitted === null || (submitted !== undefined && submitted > at + TOLD_LATE);
}

/** Whether a moment more is to be waited for: the form may be just being submitted. */
export function mayBeEarly(watching: Watching, request: WebRequest, seen: readonly ContactSeen[]): boolean {
  return seen.some(({ contact }) => isEarly(watching, request, contact));
}

function keyOf({ what, form, as, parameter }: ContactSent): string {
  return [what, form, as, parameter ?? ''].join(' ');
}

/**
 * Those that are told: what a form gives the site itself is what it is for, so of the site's own only what goes into a
 * vendor's form, or had not been submitted.
 */
export function contactsTold(
  watching: Watching,
  request: WebRequest,
  { seen, told }: { readonly seen: readonly ContactSeen[]; readonly told: Telling | null },
): readonly ContactSent[] {
  const isSites = domainOf(request.url) === request.topDomain && (told?.vendor ?? null) === null;
  const all = seen.flatMap(({ contact, sent }): readonly ContactSent[] => {
    if (isEarly(watching, request, contact)) return [{ ...sent, early: true }];
    return isSites ? [] : [sent];
  });
  return [...new Map(all.map((one) => [keyOf(one), one])).values()];
}
