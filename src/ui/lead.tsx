import type { NumberReport, Tally } from '#core/report.ts';
import { hostOf } from '#core/identifier.ts';
import type { ComponentChildren } from 'preact';
import { ago, day, fullDay } from './amounts.ts';
import { joined } from './join.ts';
import { useNow } from './now.ts';
import { Given } from './number.tsx';
import { scriptHost } from './setter.tsx';
import { words } from './words.ts';

/** Below this age a number was "just" given. */
const JUST_MS = 60_000;

/** Whether the site gave the number so lately that this is the news; a found one is of unknown age. */
function justGiven(of: NumberReport, now: number): boolean {
  return of.setBy.how !== 'found' && now - of.since < JUST_MS;
}

function lasting(of: NumberReport): ComponentChildren {
  if (of.expires === 'session') return words.toLastSession();
  return of.expires === 'never' ? words.toLastForever() : words.toLastUntil(fullDay(of.expires));
}

/** When it was set, where, and by whom. */
function origin(of: NumberReport, now: number): ComponentChildren {
  const area = words.where[of.identifier.area]();
  if (of.setBy.how === 'found') return words.found(day(of.since, now), area);
  const host = of.setBy.how === 'script' ? scriptHost(of.setBy.script) : null;
  if (justGiven(of, now)) {
    const when = ago(of.since, now);
    if (of.setBy.how === 'response') return words.setServer(when, area, lasting(of));
    if (host === null) return words.setSomeScript(when, area, lasting(of));
    return words.setScript(when, area, lasting(of), <Given text={host} />);
  }
  const when = day(of.since, now);
  if (of.setBy.how === 'response') return words.sinceServer(when, area);
  if (host === null) return words.sinceSomeScript(when, area);
  return words.sinceScript(when, area, <Given text={host} />);
}

/** What was counted, only what there is of it, each a figure with its unit. */
function counts(total: Tally, hooks: boolean): ComponentChildren[] {
  const all = [
    { fact: 'visits', count: total.visits, says: words.visits },
    { fact: 'searches', count: total.searches, says: words.searches },
    { fact: 'orders', count: total.orders, says: words.orders },
  ];
  return all
    .filter(({ count, fact }) => count > 0 || fact === 'visits')
    .map(({ fact, count, says }) => (
      <b key={fact} data-fact={hooks ? fact : undefined} class="nowrap">
        {says(count)}
      </b>
    ));
}

/** Who else got it, in a sentence. */
function others(of: NumberReport, hooks: boolean): ComponentChildren {
  const count = of.recipients.length;
  return words.gotIt(
    <b data-fact={hooks ? 'recipients' : undefined} class="nowrap">
      {count === 0 ? words.nobody() : words.companies(count)}
    </b>,
  );
}

/** What was recorded under a number, and who else got it. */
export function Recorded({ of, hooks = false }: { readonly of: NumberReport; readonly hooks?: boolean }) {
  const list = joined(counts(of.total, hooks));
  return (
    <>
      {of.party === 'first' ? words.recorded(list) : words.recordedHere(list)} {others(of, hooks)}
    </>
  );
}

/** The sentence that goes with a number: since when, set by whom, what was recorded, who else got it. */
export function Lead({ of, hooks = false }: { readonly of: NumberReport; readonly hooks?: boolean }) {
  const now = useNow();
  return (
    <p class="lead">
      {origin(of, now)} <Recorded of={of} hooks={hooks} />
    </p>
  );
}

/** The heading above the number: who knows you by it. */
export function LeadName({ of }: { readonly of: NumberReport }) {
  const fresh = justGiven(of, useNow());
  if (of.party === 'first') return <h1 class="lead-name">{fresh ? words.justGave() : words.knowsYouAs()}</h1>;
  const who = <Given text={of.vendor ?? hostOf(of.identifier)} />;
  return <h1 class="lead-name">{fresh ? words.otherJustGave(who) : words.otherKnowsYouAs(who)}</h1>;
}
