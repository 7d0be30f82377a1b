import type { Calendar } from '#core/calendar.ts';
import type { Carried, LedgerEvent } from '#core/event.ts';
import { hostOf, identifierKey, nameOf } from '#core/identifier.ts';
import type { EventLine } from '#core/report.ts';
import { domainOfHost } from '#core/site.ts';
import type { Draft } from '../draft.ts';
import type { NumberRow } from '../rows.ts';
import { filePage, tally } from './file-page.ts';
import { foldNamed } from './named.ts';
import { putEvent, siteRow } from './site.ts';

type Sent = Extract<LedgerEvent, { type: 'request-sent' }>;

/** How long after a request its page may still be told, in ms. */
const LATELY = 10_000;
const MOST_LATELY = 50;

/** So many other sites, and of the recipient's own numbers, are remembered with who got a number. */
const MOST_BESIDE = 50;

/** A number that a request carried, and how. */
interface CarriedRow {
  readonly number: NumberRow;
  readonly how: Carried;
}

/** Domains remembered as asked without a number. */
const MAX_NUMBERLESS = 50;

/** A request carried numbers: each counts it, its recipient is remembered, and what another domain got is a line. */
export async function foldRequestSent(draft: Draft, event: Sent, calendar: Calendar): Promise<void> {
  const carried: CarriedRow[] = [];
  for (const how of event.carried) {
    const number = await currentNumber(draft, event, how);
    if (number === null) continue;
    carried.push({ number, how });
    await tally(draft, number, { at: event.at, more: { requests: 1 }, calendar });
    if (number.party === 'third' && how.of === undefined) await filePageOf(draft, event, { number, calendar });
  }
  await countRecipients(draft, event, carried);
  await foldNamed(draft, event);
  if (carried.length > 0 && event.recipient !== event.domain) await forgetNumberless(draft, event);
  const line = lineOf(event, carried);
  if (line !== null) {
    const { id: key, domain, at } = event;
    await putEvent(draft, { key, domain, at, rank: 1, type: line.type, page: null, line });
  }
}

/** What is told of a request: the events in it; else, where another domain got a number, that it did. */
function lineOf(event: Sent, carried: readonly CarriedRow[]): EventLine | null {
  const { id, at, recipient, method, resource, address, told, contacts = [], arrival = 'answered' } = event;
  const shared = {
    id,
    at,
    numbers: [...new Set(carried.map(({ number }) => number.key))],
    recipient,
    method,
    resource,
    address,
    carried: carried.map(({ number, how }) => ({
      name: nameOf(number.identifier),
      number: number.number,
      as: how.as,
      parameter: how.parameter,
      ...(how.form !== undefined && { form: how.form }),
      ...(how.of !== undefined && { of: how.of }),
    })),
    ...(contacts.length > 0 && { contacts }),
  };
  if (told !== undefined) return { ...shared, type: 'told', told, arrival };
  const isOthers = recipient !== event.domain || carried.some(({ how }) => how.of !== undefined);
  const isUnknown = arrival === 'unknown' && { arrival };
  return contacts.length > 0 || (carried.length > 0 && isOthers) ? { ...shared, type: 'request', ...isUnknown } : null;
}

async function currentNumber(draft: Draft, event: Sent, how: Carried): Promise<NumberRow | null> {
  const key = identifierKey(how.identifier);
  const numbers = await draft.ofDomain('numbers', how.of ?? event.domain);
  return numbers.find((row) => row.identifierKey === key && row.ended === null) ?? null;
}

/** A third party learns of a page by the request that page makes; which page that is may be told only after it. */
async function filePageOf(
  draft: Draft,
  event: Sent,
  { number, calendar }: { number: NumberRow; calendar: Calendar },
): Promise<void> {
  const site = await siteRow(draft, event.domain, event.at);
  const lately = [...site.lately, { tab: event.tab, at: event.at, number: number.key }];
  draft.put('sites', { ...site, lately: lately.filter(({ at }) => event.at - at < LATELY).slice(-MOST_LATELY) });
  const key = site.open[event.tab];
  const page = key === undefined ? undefined : await draft.get('pages', key);
  if (page !== undefined && page.at <= event.at) await filePage(draft, page, number, calendar);
}

/** Whether a number is the recipient's own: that it gets it is what it is for. */
function isOwn({ recipient }: Sent, { identifier }: NumberRow): boolean {
  return domainOfHost(hostOf(identifier)) === recipient;
}

/** Each distinct value once, in the order they came. */
function together<T>(known: readonly T[] | undefined, more: readonly T[]): readonly T[] {
  return [...new Set([...(known ?? []), ...more])];
}

/** Who got which of the numbers, in what form, and which of its own came with it. */
async function countRecipients(draft: Draft, event: Sent, carried: readonly CarriedRow[]): Promise<void> {
  const own = carried.filter(({ number }) => isOwn(event, number)).map(({ number }) => number.key);
  const got = new Map<string, CarriedRow[]>();
  for (const one of carried) {
    if (!isOwn(event, one.number)) got.set(one.number.key, [...(got.get(one.number.key) ?? []), one]);
  }
  for (const [number, ways] of got) {
    const domain = ways[0]?.number.domain ?? event.domain;
    const key = `${number}|${event.recipient}`;
    const known = await draft.get('recipients', key);
    draft.put('recipients', {
      key,
      domain,
      number,
      recipient: event.recipient,
      requests: (known?.requests ?? 0) + 1,
      first: known?.first ?? event.at,
      last: event.at,
      as: together(
        known?.as,
        ways.map(({ how }) => how.as),
      ),
      forms: together(
        known?.forms,
        ways.flatMap(({ how }) => how.form ?? []),
      ),
      beside: together(known?.beside, own).slice(0, MOST_BESIDE),
      on: together(known?.on, domain === event.domain ? [] : [event.domain]).slice(0, MOST_BESIDE),
    });
  }
}

/** A page asked another domain for something, and no number went with it. */
export async function foldAskedWithout(
  draft: Draft,
  event: Extract<LedgerEvent, { type: 'asked-without' }>,
): Promise<void> {
  const site = await siteRow(draft, event.domain, event.at);
  if (site.numberless.includes(event.recipient) || site.numberless.length >= MAX_NUMBERLESS) return;
  draft.put('sites', { ...site, numberless: [...site.numberless, event.recipient] });
}

/** It got one now. */
async function forgetNumberless(draft: Draft, event: Sent): Promise<void> {
  const site = await siteRow(draft, event.domain, event.at);
  if (!site.numberless.includes(event.recipient)) return;
  draft.put('sites', { ...site, numberless: site.numberless.filter((domain) => domain !== event.recipient) });
}
