import type { Facts, Said } from '#core/hit.ts';
import { searchOf } from '../search.ts';
import { find, findText, type Found, type Layers } from './layers.ts';
import { asNumber, asText, type At, type Take } from './take.ts';
import type { Roles } from './vendor.ts';

const EMAIL = /\S@\S+\.\S/u;
/** A text from a page is cut off here. */
const LENGTH = 2000;

/** What stands at a way: in the nearest layer that has it; an empty way stands for every layer in turn. */
function* foundAt(layers: Layers, way: string): Generator<Found> {
  for (const ones of way === '' ? layers.map((layer) => [layer]) : [layers]) {
    const found = find(ones, way);
    if (found !== undefined) yield found;
  }
}

/** What the first of these places that has it says. */
export function say<T>(layers: Layers, ats: readonly At<T>[] | undefined, plain: Take<T>): Said<T> | undefined {
  for (const at of ats ?? []) {
    const [way, take, basis] =
      typeof at === 'string' ? [at, plain, 'stated' as const] : [at.at, at.take, at.basis ?? ('stated' as const)];
    if (typeof at !== 'string' && at.where?.is.test(findText(layers, at.where.at) ?? '') === false) continue;
    for (const found of foundAt(layers, way)) {
      const value = take(found.value);
      if (value !== undefined) return { value, place: found.place, basis };
    }
  }
  return undefined;
}

function plainText(found: Parameters<Take<string>>[0]): string | undefined {
  return asText(found)?.slice(0, LENGTH);
}

/** What was searched for where the address of the page alone tells it. */
function searchInPage(page: Said<string> | undefined): Said<string> | undefined {
  const search = page === undefined ? null : searchOf(page.value);
  return page === undefined || search === null
    ? undefined
    : { value: search.term, place: page.place, basis: 'inferred' };
}

/** Whose name for the person is their e-mail address: it is told as personal, and what it is stays there. */
function withoutEmail(said: Said<string> | undefined): Said<string> | undefined {
  return said === undefined || EMAIL.test(said.value) ? undefined : said;
}

function known(facts: Readonly<Record<keyof Facts, Said<unknown> | undefined>>): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([, said]) => said !== undefined)) as Facts;
}

/** Everything that an event says, by role. */
export function factsOf(layers: Layers, roles: Roles): Facts {
  const text = (ats: readonly At<string>[] | undefined): Said<string> | undefined => say(layers, ats, plainText);
  const number = (ats: readonly At<number>[] | undefined): Said<number> | undefined => say(layers, ats, asNumber);
  const page = text(roles.page);
  return known({
    visitor: withoutEmail(text(roles.visitor)),
    session: text(roles.session),
    user: withoutEmail(text(roles.user)),
    account: text(roles.account),
    page,
    referrer: text(roles.referrer),
    title: text(roles.title),
    search: text(roles.search) ?? searchInPage(page),
    seconds: number(roles.seconds),
    scroll: number(roles.scroll),
    visits: number(roles.visits),
    firstVisit: number(roles.firstVisit),
    value: number(roles.value),
    currency: text(roles.currency),
    order: text(roles.order),
    consent: text(roles.consent),
  });
}
