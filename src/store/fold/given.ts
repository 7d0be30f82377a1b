import type { LedgerEvent } from '#core/event.ts';
import { GIVEN_KINDS, type GivenKind } from '#core/given.ts';
import type { Draft } from '../draft.ts';
import type { EventRow, SiteRow } from '../rows.ts';
import { putEvent, siteRow } from './site.ts';

type Gave = Extract<LedgerEvent, { type: 'given' }>;

/** Fields left within so many ms are one line; what a form that is submitted within them takes along is left no more. */
const TOGETHER = 600_000;

function union(a: readonly GivenKind[], b: readonly GivenKind[]): readonly GivenKind[] {
  return GIVEN_KINDS.filter((kind) => a.includes(kind) || b.includes(kind));
}

function lineOf(event: Gave, numbers: readonly string[], kinds = event.kinds): EventRow {
  const { id, at, domain, how, target } = event;
  const line = { id, at, numbers, type: 'given', how, kinds, target } as const;
  return { key: id, domain, at, rank: 1, type: 'given', page: null, line };
}

/** The fields that were left a moment ago, as long as nothing was made of them. */
async function leftLately(draft: Draft, site: SiteRow, at: number): Promise<EventRow | null> {
  const { leftLine } = site;
  if (leftLine === undefined) return null;
  const row = await draft.get('events', leftLine);
  return row !== undefined && at - row.at < TOGETHER ? row : null;
}

/** Whether a form took along what was only left in a field: a user name is part of signing in or up. */
function tookAlong({ kinds, how }: Gave, kind: GivenKind): boolean {
  const isSigning = kinds.includes('sign-in') || kinds.includes('sign-up');
  return how !== 'left' && (kinds.includes(kind) || (kind === 'username' && isSigning));
}

function withKinds(all: SiteRow['given'] = {}, event: Gave): SiteRow['given'] {
  const { kinds, at, how } = event;
  const isSent = how !== 'left';
  const { username, ...others } = all;
  const known: NonNullable<SiteRow['given']> = username?.sent === false && tookAlong(event, 'username') ? others : all;
  const news = kinds.map((kind) => {
    const before = known[kind];
    // What was sent counts from when it was; what was only left says so as long as nothing more is known.
    const first = before === undefined || (isSent && !before.sent) ? at : before.first;
    return [kind, { first, last: at, sent: isSent || before?.sent === true }] as const;
  });
  return { ...known, ...Object.fromEntries(news) };
}

/** A person gave the site something in a form: a line, filed under the site's own numbers at work, and its kinds. */
export async function foldGiven(draft: Draft, event: Gave): Promise<void> {
  if ((await draft.get('events', event.id)) !== undefined) return;
  const numbers = (await draft.ofDomain('numbers', event.domain))
    .filter(({ ended, party, identifier }) => ended === null && party === 'first' && identifier.store === event.store)
    .map(({ key }) => key);
  const before = await siteRow(draft, event.domain, event.at);
  const left = await leftLately(draft, before, event.at);
  const leftKinds = left?.line?.type === 'given' ? left.line.kinds : [];
  const stillLeft = leftKinds.filter((kind) => !tookAlong(event, kind));
  if (event.how === 'left' && left !== null) {
    const line = lineOf({ ...event, id: left.key, at: left.at }, numbers, union(leftKinds, event.kinds));
    draft.put('events', line);
  } else {
    if (left !== null && stillLeft.length === 0) {
      draft.remove('events', left.key);
      draft.put('sites', { ...before, events: before.events - 1 });
    } else if (left?.line?.type === 'given') {
      draft.put('events', { ...left, line: { ...left.line, kinds: stillLeft } });
    }
    await putEvent(draft, lineOf(event, numbers));
  }
  const { leftLine: _left, ...site } = await siteRow(draft, event.domain, event.at);
  const leftLine = event.how === 'left' ? (left?.key ?? event.id) : stillLeft.length > 0 ? left?.key : undefined;
  draft.put('sites', {
    ...site,
    ...(leftLine !== undefined && { leftLine }),
    given: withKinds(site.given, event) ?? {},
  });
}
