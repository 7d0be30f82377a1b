import type { Calendar } from '#core/calendar.ts';
import type { LedgerEvent, Sighting } from '#core/event.ts';
import { identifierKey, nameOf } from '#core/identifier.ts';
import type { Ending, EventLine } from '#core/report.ts';
import { keptValue } from '#identify/kept-value.ts';
import type { Draft } from '../draft.ts';
import type { NumberRow, PageRow, StoredRow } from '../rows.ts';
import { NO_TALLY } from '../rows.ts';
import { noteReturn } from './acted.ts';
import { filePage } from './file-page.ts';
import { MAX_STORED } from './limits.ts';
import { endNumber } from './number-gone.ts';
import { putEvent, siteRow } from './site.ts';

type Seen = Extract<LedgerEvent, { type: 'number-seen' }>;
type NumberLine = Extract<EventLine, { readonly before: string | null }>;

/** An expiry that moved less than this is no news. */
const NEWS = 86_400_000;
/** A number belongs to the pages that opened this shortly before it. */
const BORN_WITH = 30_000;
/** Removed and written again within this is one writing. */
const REWRITE = 2000;

/** Something stored was seen: what it is now, and whether that is news. */
export async function foldNumberSeen(draft: Draft, event: Seen, calendar: Calendar): Promise<void> {
  const { sighting } = event;
  const key = storedKey(event);
  const before = await draft.get('stored', key);
  if (before === undefined && !(await hasRoom(draft, event))) {
    draft.put('sites', { ...(await siteRow(draft, event.domain, event.at)), overflowed: true });
    return;
  }
  const number = sighting.verdict.kind === 'random-id' ? await seeNumber(draft, event, { before, calendar }) : null;
  if (number === null && before?.number) {
    await endNumber(draft, before.number, { at: event.at, how: whyNone(before, sighting) });
  }
  draft.put('sites', await siteRow(draft, event.domain, event.at));
  draft.put('stored', {
    key,
    domain: event.domain,
    identifier: sighting.identifier,
    identifierKey: identifierKey(sighting.identifier),
    verdict: sighting.verdict,
    preview: number === null && sighting.value !== '' ? sighting.value : null,
    expires: sighting.expires,
    lastSeen: event.at,
    gone: false,
    number: number?.key ?? null,
  });
}

/** How what was a number became none: by what it is said to be, before or now; by what was tried; or by its value. */
function whyNone(before: StoredRow, { verdict }: Sighting): Ending {
  if ((before.verdict.ours ?? verdict.ours) !== undefined) return 'corrected';
  return verdict.reasons.some(({ says }) => says === 'sameWithoutCookies') ? 'tried' : 'replaced';
}

/** Whether one more value can be kept in mind; what went longest ago makes room. */
async function hasRoom(draft: Draft, event: Seen): Promise<boolean> {
  const rows = await draft.ofDomain('stored', event.domain);
  if (rows.length < MAX_STORED) return true;
  const [oldest] = rows.filter((row) => row.gone).toSorted((a, b) => a.lastSeen - b.lastSeen);
  if (oldest !== undefined) draft.remove('stored', oldest.key);
  return oldest !== undefined;
}

function storedKey(event: Seen): string {
  return `${event.domain}|${identifierKey(event.sighting.identifier)}`;
}

/** The number's row, new or renewed. */
async function seeNumber(
  draft: Draft,
  event: Seen,
  { before, calendar }: { readonly before: StoredRow | undefined; readonly calendar: Calendar },
): Promise<NumberRow> {
  const { sighting } = event;
  const number = sighting.verdict.token ?? sighting.value;
  const key = identifierKey(sighting.identifier);
  const known = (await draft.ofDomain('numbers', event.domain)).find(
    (row) => row.identifierKey === key && row.number === number,
  );
  if (known !== undefined && known.ended === null) return await renew(draft, event, known);

  const previous = before?.number ? await draft.get('numbers', before.number) : undefined;
  if (previous !== undefined) await endNumber(draft, previous.key, { at: event.at, how: 'replaced' });
  if (known !== undefined && (await returnedAtOnce(draft, event, known))) return await renew(draft, event, known);
  if (known !== undefined) await noteReturn(draft, event, known);
  const row = known === undefined ? await beginNumber(draft, event, number) : seenAgain(event, known);
  draft.put('numbers', row);
  // A third party that brings its number along from another site was not there "before Known As came".
  const brought = sighting.setBy.how === 'found' && row.setBy.how !== 'found';
  if (!brought) {
    await putNumberLine(draft, event, { row, type: lineType(sighting, previous), before: previous?.number ?? null });
  }
  if (sighting.setBy.how !== 'found' && sighting.party === 'first') {
    await adoptPages(draft, event, row, calendar);
  }
  return row;
}

/** Some scripts remove their cookie and write it again in one go: that is no news, and the line of its end goes too. */
async function returnedAtOnce(draft: Draft, event: Seen, row: NumberRow): Promise<boolean> {
  if (row.ended?.how !== 'removed' || event.at - row.ended.at > REWRITE) return false;
  const line = row.endLine === null ? undefined : await draft.get('events', row.endLine);
  if (line !== undefined) draft.put('events', { ...line, rank: 0 });
  return true;
}

function lineType(sighting: Sighting, previous: NumberRow | undefined): NumberLine['type'] {
  if (sighting.setBy.how === 'found') return 'number-found';
  return previous === undefined ? 'number-set' : 'number-replaced';
}

function seenAgain({ sighting, at }: Seen, row: NumberRow): NumberRow {
  const { verdict, expires } = sighting;
  const value = keptValue(sighting.value, row.number);
  return { ...row, ended: null, endLine: null, value, verdict, expires, lastSeen: at };
}

async function renew(draft: Draft, event: Seen, row: NumberRow): Promise<NumberRow> {
  const { sighting } = event;
  const later =
    typeof sighting.expires === 'number' && typeof row.expires === 'number' && sighting.expires - row.expires > NEWS;
  const renewed = seenAgain(event, row);
  draft.put('numbers', renewed);
  if (later) await putNumberLine(draft, event, { row: renewed, type: 'number-renewed', before: null });
  return renewed;
}

async function beginNumber(draft: Draft, event: Seen, number: string): Promise<NumberRow> {
  const { sighting } = event;
  const site = await siteRow(draft, event.domain, event.at);
  draft.put('sites', { ...site, numbered: site.numbered + 1 });
  const elsewhere = await sameElsewhere(draft, event, number);
  return {
    key: `${event.domain}#${site.numbered + 1}`,
    domain: event.domain,
    identifier: sighting.identifier,
    identifierKey: identifierKey(sighting.identifier),
    number,
    value: keptValue(sighting.value, number),
    party: sighting.party,
    verdict: sighting.verdict,
    setBy: elsewhere?.setBy ?? sighting.setBy,
    since: elsewhere?.since ?? event.at,
    lastSeen: event.at,
    expires: sighting.expires,
    ended: null,
    endLine: null,
    total: NO_TALLY,
    lastPageAt: null,
  };
}

/** A third party's number may be known from another site: then it is older than its first sight on this one. */
async function sameElsewhere(draft: Draft, event: Seen, number: string): Promise<NumberRow | undefined> {
  if (event.sighting.party === 'first') return undefined;
  const stored = await draft.ofIdentifier(identifierKey(event.sighting.identifier));
  for (const { number: key } of stored) {
    const row = key === null ? undefined : await draft.get('numbers', key);
    if (row !== undefined && row.number === number) return row;
  }
  return undefined;
}

/**
 * The page that came with a number is recorded under it, whichever the browser tells first. A page that was filed under
 * another number of this very identifier stays there, and so does one that was open before the number's page was asked for.
 */
async function adoptPages(draft: Draft, event: Seen, row: NumberRow, calendar: Calendar): Promise<void> {
  const site = await siteRow(draft, event.domain, event.at);
  for (const key of Object.values(site.open)) {
    const page = await draft.get('pages', key);
    if (page === undefined || !isBornWith(page, event)) continue;
    const filed = await Promise.all(page.filed.map(async (number) => await draft.get('numbers', number)));
    if (!filed.some((other) => other?.identifierKey === row.identifierKey)) await filePage(draft, page, row, calendar);
  }
}

function isBornWith(page: PageRow, event: Seen): boolean {
  if (page.over || page.store !== event.store || page.at < (event.askedAt ?? 0)) return false;
  return Math.abs(event.at - page.at) <= BORN_WITH;
}

async function putNumberLine(
  draft: Draft,
  event: Seen,
  { row, type, before }: { readonly row: NumberRow; readonly type: NumberLine['type']; readonly before: string | null },
): Promise<void> {
  await putEvent(draft, {
    key: event.id,
    domain: event.domain,
    at: event.at,
    rank: 1,
    type,
    page: null,
    line: {
      id: event.id,
      at: event.at,
      type,
      numbers: [row.key],
      name: nameOf(row.identifier),
      number: row.number,
      before,
      setBy: event.sighting.setBy,
      expires: row.expires,
      identifier: row.identifier,
    },
  });
}
