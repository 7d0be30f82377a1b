import type { TabReport } from '#core/report.ts';
import { day } from '#ui/amounts.ts';
import { Block } from '#ui/fact.tsx';
import { Note } from '#ui/icon.tsx';
import { StoredValues } from '#ui/left-alone.tsx';
import { useNow } from '#ui/now.ts';
import { Record } from '#ui/record.tsx';
import { Notices } from '#ui/states.tsx';
import { EmptyTag } from '#ui/tag.tsx';
import { words } from '#ui/words.ts';

const LINES = 6;

/** A site that has given no number: a dashed badge, and what it does store. */
export function Empty({ of }: { readonly of: Extract<TabReport, { state: 'seen' }> }) {
  const now = useNow();
  const { site, watched } = of;
  const since = day(site.watchedSince, now);
  return (
    <>
      <section class="lead-block">
        <h1 class="lead-name">{words.noNumber()}</h1>
        <EmptyTag />
        <p class="lead">
          {site.visits === 0
            ? words.noNumberYet(since)
            : words.noNumberWatched(since, <b class="nowrap">{words.visits(site.visits)}</b>)}
        </p>
        <Notices watched={watched} inPrivate={site.private} overflowed={site.overflowed} />
      </section>
      {site.leftAlone.length > 0 && (
        <Block id="stored" head={words.storesHead()}>
          <StoredValues of={site.leftAlone} />
        </Block>
      )}
      {site.events.length > 0 && (
        <Block id="record" head={words.recordSeen()} aside={<span class="soft small">{words.newestFirst()}</span>}>
          <Record of={site} show={LINES} />
        </Block>
      )}
      <section class="block">
        <Note>
          {site.numberless.length > 0 && `${words.numberless(site.numberless.length)} `}
          {words.networkAddress()}
        </Note>
      </section>
    </>
  );
}
