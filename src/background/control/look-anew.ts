import { lookAtCookie } from '#browser/cookies.ts';
import { allTabs } from '#browser/tabs.ts';
import { corrected, type Said } from '#core/correction.ts';
import type { LedgerEvent, Sighting } from '#core/event.ts';
import { hostOf, type Identifier, identifierKey } from '#core/identifier.ts';
import { type Domain, domainOf, domainOfHost } from '#core/site.ts';
import { type About, seenEvent, sightingOf } from '#observe/sighting.ts';
import { wholeFrom } from '#observe/whole.ts';
import type { StoredRow } from '#store/rows.ts';
import { aboutHere, ledgerOf } from './control.ts';
import type { Deciding } from './decisions.ts';

/** How it came to be there is not seen by a look. */
const FOUND = { how: 'found' } as const;

/** What is remembered of a value that is no number, as if it were seen: nothing of it has to be looked up. */
function fromMemory({ identifier, preview, expires, domain, verdict }: StoredRow, said: Said | null): Sighting {
  const party = domainOfHost(hostOf(identifier)) === domain ? 'first' : 'third';
  return { identifier, value: preview ?? '', verdict: corrected(verdict, said), party, setBy: FOUND, expires };
}

/** A number in web storage is looked at through an open page of its site; `null`: there is none. */
async function fromPage(row: StoredRow, said: Said | null): Promise<Sighting | null> {
  if (row.identifier.area === 'cookie') return null;
  const tabs = (await allTabs()).filter(({ url }) => url !== null && domainOf(url) === row.domain);
  for (const { id } of tabs) {
    const item = await wholeFrom(id, row.identifier);
    if (item !== null) {
      return { ...fromMemory(row, said), value: item.value, verdict: corrected(item.verdict, said) };
    }
  }
  return null;
}

/** A stored value as it is now, on one of its sites; `null` where nobody can look. */
async function sighted(deciding: Deciding, row: StoredRow, about: About): Promise<Sighting | null> {
  const { identifier, domain } = row;
  const cookie = identifier.area === 'cookie' ? await lookAtCookie(identifier) : null;
  if (cookie !== null) return sightingOf(cookie, { domain, now: deciding.control.now(), setBy: FOUND, about });
  const known = fromMemory(row, about.said);
  return known.verdict.kind === 'random-id' ? await fromPage(row, about.said) : known;
}

/**
 * Looks at a stored value anew on every site that knows it, after the person said what it is; gives back those sites.
 * What is only remembered by name is remembered as what it is now.
 */
export async function lookAnew(deciding: Deciding, identifier: Identifier): Promise<readonly Domain[]> {
  const { control, known } = deciding;
  const { tables } = await ledgerOf(control, identifier.store);
  const about = await aboutHere(control, identifier);
  const rows = await tables.ofIdentifier(identifierKey(identifier));
  const gone = rows.filter((row) => row.gone);
  await tables.write({ stored: gone.map((row) => ({ ...row, verdict: corrected(row.verdict, about.said) })) });
  const events: LedgerEvent[] = [];
  for (const row of rows) {
    if (row.gone) continue;
    const sighting = await sighted(deciding, row, about);
    if (sighting === null) continue;
    const event = seenEvent(sighting, { id: control.newId(), at: control.now(), domain: row.domain });
    await known.note(event);
    events.push(event);
  }
  await control.take(events);
  return rows.map(({ domain }) => domain);
}
