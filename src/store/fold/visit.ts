import type { LedgerEvent } from '#core/event.ts';
import { identifierKey, nameOf } from '#core/identifier.ts';
import type { ConsentRecord } from '#core/consent.ts';
import { isAnswered } from '#core/receipt.ts';
import type { VisitMoment } from '#core/visit.ts';
import type { Draft } from '../draft.ts';
import type { MomentKept, VisitRow } from '../rows.ts';
import { beginsVisit, latestPage } from './file-page.ts';

type Of<Type extends LedgerEvent['type']> = Extract<LedgerEvent, { type: Type }>;

/** Moments kept of one visit: a page can make up any number of requests. */
const MOST = 400;
/** The last of them are for what is no request: numbers, and what was chosen. */
const MOST_REQUESTS = 250;
/** Different records of consent kept of what requests say. */
const MOST_STATED = 30;
/** What comes before the page that it came with: it is told a little later. */
const BEFORE_PAGE = 30_000;

/** What a number was as this event came. */
interface Before {
  readonly key: string;
  readonly number: string;
  readonly isAtWork: boolean;
}

async function numberBefore(draft: Draft, event: Of<'number-seen'>): Promise<Before | null> {
  const stored = await storedRow(draft, event);
  const row = stored?.number ? await draft.get('numbers', stored.number) : undefined;
  if (stored === undefined || row === undefined) return null;
  return { key: row.key, number: row.number, isAtWork: !stored.gone && row.ended === null };
}

async function storedRow(draft: Draft, { domain, sighting }: Of<'number-seen'>) {
  return await draft.get('stored', `${domain}|${identifierKey(sighting.identifier)}`);
}

function rowKey({ domain, store }: LedgerEvent): string {
  return `${domain}|${store}`;
}

function begun(event: LedgerEvent): VisitRow {
  const { domain, at } = event;
  return {
    key: rowKey(event),
    domain,
    start: at,
    lastPageAt: at,
    last: at,
    gpcSince: null,
    moments: [],
    overflowed: false,
  };
}

function isRequest({ type }: MomentKept): boolean {
  return type === 'request';
}

/** The row with further moments, as far as there is room. */
function withMoments(row: VisitRow, more: readonly MomentKept[]): VisitRow {
  if (more.length === 0) return row;
  const room = more.filter(isRequest).length === 0 ? MOST : MOST_REQUESTS;
  const moments = [...row.moments, ...more];
  const last = Math.max(row.last, ...more.map(({ at }) => at));
  return moments.length > room ? { ...row, last, overflowed: true } : { ...row, last, moments };
}

/** Some moments of a visit, and of what its requests say of consent what these do. */
function withTheirs(
  some: readonly MomentKept[],
  stated: readonly ConsentRecord[],
): Pick<VisitRow, 'moments' | 'stated'> {
  const said = [...new Set(some.flatMap((moment) => (moment.type === 'request' ? moment.states : [])))];
  const moments = some.map((moment) =>
    moment.type === 'request' ? { ...moment, states: moment.states.map((at) => said.indexOf(at)) } : moment,
  );
  return { moments, stated: said.flatMap((at) => stated[at] ?? []) };
}

/** A page was opened: it begins a visit, or is one more of it. What came shortly before the first page is of its visit. */
function ofPage(known: VisitRow | undefined, event: Of<'page-visited'>): VisitRow {
  const { at, how } = event;
  const isNew = known === undefined || beginsVisit(known.lastPageAt, at);
  const early = (known?.moments ?? []).filter((moment) => moment.at > at - BEFORE_PAGE && moment.type !== 'page');
  const begins = { ...begun(event), gpcSince: known?.gpcSince ?? null, ...withTheirs(early, known?.stated ?? []) };
  const row = isNew ? begins : known;
  const gpc = row.gpcSince !== null;
  const page: VisitMoment = { type: 'page', at, gpc };
  return { ...withMoments(row, how === 'load' || isNew ? [page] : []), lastPageAt: latestPage(row.lastPageAt, at) };
}

async function ofNumber(
  draft: Draft,
  event: Of<'number-seen'>,
  before: Before | null,
): Promise<(row: VisitRow) => VisitRow> {
  const { sighting, at } = event;
  const { verdict, party, setBy, expires, identifier } = sighting;
  const key = (await storedRow(draft, event))?.number ?? null;
  if (key === null) {
    // What turned out to be no number is none in this visit either.
    const isSame = (moment: MomentKept): boolean => moment.type === 'number' && moment.number === before?.key;
    return (row) => ({ ...row, moments: row.moments.filter((moment) => !isSame(moment)) });
  }
  const isSame = before?.key === key && before.isAtWork;
  const how = setBy.how === 'found' ? 'found' : isSame ? 'renewed' : 'assigned';
  const name = nameOf(identifier);
  const moment: VisitMoment = { type: 'number', at, how, number: key, name, verdict, party, setBy, expires };
  return (row) => (isKnown(row, moment) || isFoundAgain(row, moment) ? row : withMoments(row, [moment]));
}

/** The moments since something was chosen last. */
function sinceChoice({ moments }: VisitRow): readonly MomentKept[] {
  return moments.slice(moments.findLastIndex(({ type }) => type === 'choice') + 1);
}

/** What is looked at anew was not there before the visit, if it came in it. */
function isFoundAgain({ moments }: VisitRow, { how, number }: Extract<VisitMoment, { type: 'number' }>): boolean {
  return how === 'found' && moments.some((one) => one.type === 'number' && one.number === number);
}

/** A number that is only stored again is told once for each choice. */
function isKnown(row: VisitRow, moment: Extract<VisitMoment, { type: 'number' }>): boolean {
  if (moment.how === 'assigned') return false;
  return sinceChoice(row).some(
    (one) => one.type === 'number' && one.number === moment.number && one.how === moment.how,
  );
}

/** The row with what requests say of consent, each once, and where among it some records are; without what finds no room. */
function withStated(row: VisitRow, records: readonly ConsentRecord[]): readonly [VisitRow, readonly number[]] {
  const stated = [...(row.stated ?? [])];
  const at = records.flatMap((record) => {
    const text = JSON.stringify(record);
    const known = stated.findIndex((one) => JSON.stringify(one) === text);
    if (known !== -1) return [known];
    return stated.length < MOST_STATED ? [stated.push(record) - 1] : [];
  });
  const isWhole = at.length === records.length;
  return [{ ...row, stated, overflowed: row.overflowed || !isWhole }, at];
}

async function ofRequest(draft: Draft, event: Of<'request-sent'>): Promise<(row: VisitRow) => VisitRow> {
  const { at, recipient, domain } = event;
  const { states = [] } = event;
  const numbers = await draft.ofDomain('numbers', domain);
  const carried = event.carried.flatMap(({ identifier, as, of }) => {
    const key = identifierKey(identifier);
    const row = of === undefined ? numbers.find((one) => one.identifierKey === key && one.ended === null) : undefined;
    return row === undefined ? [] : [{ number: row.key, as }];
  });
  // That the site itself gets its own cookies is no news, unless it says something with them.
  const isNews = states.length > 0 || (carried.length > 0 && recipient !== domain);
  if (!isNews) return (row) => row;
  return (known) => {
    const [row, said] = withStated(known, states);
    return withMoments(row, [{ type: 'request', at, recipient, carried, states: said, gpc: row.gpcSince !== null }]);
  };
}

function ofBanner({ at, receipt, declared = [] }: Of<'banner'>): readonly MomentKept[] {
  const { by, wanted, after: records, cmp } = receipt;
  // That it was taken back is told of the same receipt.
  if (receipt.undone !== undefined) return [];
  const seen: VisitMoment = { type: 'banner', at, cmp };
  const choice: VisitMoment = { type: 'choice', at, records, by, wanted, pressed: receipt.pressedAt ?? null };
  return [
    ...(by === 'known-as' ? [seen] : []),
    ...(isAnswered(receipt) ? [choice] : []),
    ...declared.map((one) => ({ type: 'declared', at, ...one }) as const),
  ];
}

/** What was told of a press is told anew as more of it is stored. */
function withoutSamePress(row: VisitRow, { receipt: { pressedAt } }: Of<'banner'>): VisitRow {
  if (pressedAt === undefined) return row;
  return { ...row, moments: row.moments.filter((one) => one.type !== 'choice' || one.pressed !== pressedAt) };
}

/** What an event adds to its visit; `null`: nothing. */
async function changeBy(
  draft: Draft,
  event: LedgerEvent,
  before: Before | null,
): Promise<((row: VisitRow) => VisitRow) | null> {
  const { at } = event;
  switch (event.type) {
    case 'number-seen':
      return await ofNumber(draft, event, before);
    case 'request-sent':
      return await ofRequest(draft, event);
    case 'banner':
      return (row) => withMoments(withoutSamePress(row, event), ofBanner(event));
    case 'choice-found':
      return (row) => withMoments(row, [{ type: 'choice-found', at, records: event.records }]);
    case 'choice-stored': {
      const { records, declared = [] } = event;
      const stored = { type: 'choice', at, records, by: 'nobody', wanted: null, pressed: null } as const;
      return (row) => withMoments(row, [stored, ...declared.map((one) => ({ type: 'declared', at, ...one }) as const)]);
    }
    case 'gpc-sent':
      return (row) => ({
        ...row,
        gpcSince: row.gpcSince ?? at,
        moments: row.moments.map((moment) => (moment.type === 'page' ? { ...moment, gpc: true } : moment)),
      });
    case 'page-visited':
    case 'page-left':
    case 'time-spent':
    case 'number-set-by':
    case 'number-gone':
    case 'asked-without':
    case 'given':
    case 'acted':
      return null;
  }
}

/** Notes what an event, which `folding` folds into the ledger's other rows, is in its site's visit. */
export async function foldVisit(draft: Draft, event: LedgerEvent, folding: () => Promise<void>): Promise<void> {
  if (event.type === 'page-visited') {
    const isTold = (await draft.get('pages', event.page)) !== undefined;
    await folding();
    if (!isTold) draft.put('visits', ofPage(await draft.get('visits', rowKey(event)), event));
    return;
  }
  const before = event.type === 'number-seen' ? await numberBefore(draft, event) : null;
  await folding();
  const change = await changeBy(draft, event, before);
  if (change === null) return;
  const row = (await draft.get('visits', rowKey(event))) ?? begun(event);
  const changed = change(row);
  if (changed !== row) draft.put('visits', changed);
}
