import type { Calendar } from '#core/calendar.ts';
import type { Carried, LedgerEvent } from '#core/event.ts';
import { hostOf, identifierKey, nameOf } from '#core/identifier.ts';
import type { EventLine } from '#core/report.ts';
import { domainOfHost } from '#core/site.ts';
import type { Draft } from '../draft.ts';
import type { NumberRow } from '../rows.ts';
import { filePage, tally } from './file-page.ts';
import { putEvent, siteRow } from './site.ts';

type Sent = Extract<LedgerEvent, { type: 'request-sent' }>;

/** How long after a request its page may still be told, in ms. */
const LATELY = 10_000;
const MOST_LATELY = 50;

/** Domains remembered as asked without a number. */
const MAX_NUMBERLESS = 50;

/** A request carried numbers: each counts it, its recipient is remembered, and what another domain got is a line. */
export async function foldRequestSent(draft: Draft, event: Sent, calendar: Calendar): Promise<void> {
  const carried: { readonly number: NumberRow; readonly how: Carried }[] = [];
  for (const how of event.carried) {
    const number = await currentNumber(draft, event, how);
    if (number === null) continue;
    carried.push({ number, how });
    await tally(draft, number, { at: event.at, more: { requests: 1 }, calendar });
    if (domainOfHost(hostOf(number.identifier)) !== event.recipient)
      await countRecipient(draft, event, { number, how });
    if (number.party === 'third') await filePageOf(draft, event, { number, calendar });
  }
  if (carried.length > 0 && event.recipient !== event.domain) await forgetNumberless(draft, event);
  const line = lineOf(event, carried);
  if (line !== null) {
    const { id: key, domain, at } = event;
    await putEvent(draft, { key, domain, at, rank: 1, type: line.type, page: null, line });
  }
}

/** What is told of a request: the events in it; else, where another domain got a number, that it did. */
function lineOf(
  event: Sent,
  carried: readonly { readonly number: NumberRow; readonly how: Carried }[],
): EventLine | null {
  const { id, at, recipient, method, resource, address, told, arrival = 'answered' } = event;
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
    })),
  };
  if (told !== undefined) return { ...shared, type: 'told', told, arrival };
  return carried.length === 0 || recipient === event.domain ? null : { ...shared, type: 'request' };
}

async function currentNumber(draft: Draft, event: Sent, how: Carried): Promise<NumberRow | null> {
  const key = identifierKey(how.identifier);
  const numbers = await draft.ofDomain('numbers', event.domain);
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

async function countRecipient(
  draft: Draft,
  event: Sent,
  { number, how }: { readonly number: NumberRow; readonly how: Carried },
): Promise<void> {
  const key = `${number.key}|${event.recipient}`;
  const known = await draft.get('recipients', key);
  draft.put('recipients', {
    key,
    domain: event.domain,
    number: number.key,
    recipient: event.recipient,
    requests: (known?.requests ?? 0) + 1,
    first: known?.first ?? event.at,
    last: event.at,
    as: [...new Set([...(known?.as ?? []), how.as])],
  });
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
