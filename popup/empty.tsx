import type { SiteReport } from '#core/report.ts';
import { day } from '#ui/amounts.ts';
import { LastBanner } from '#ui/banner.tsx';
import { Block } from '#ui/fact.tsx';
import { Note } from '#ui/icon.tsx';
import type { ChooseForThis } from '#ui/identifier-mode.tsx';
import { StoredValues } from '#ui/left-alone.tsx';
import { useNow } from '#ui/now.ts';
import { Record } from '#ui/record.tsx';
import { EmptyTag } from '#ui/tag.tsx';
import { bannerWords } from '#ui/words-banner.ts';
import { words } from '#ui/words.ts';

const LINES = 6;

/** The opening for a site that has given no number: a dashed badge, and since when it was watched. */
export function EmptyLead({ of }: { readonly of: SiteReport }) {
  const since = day(of.watchedSince, useNow());
  return (
    <>
      <h1 class="lead-name">{words.noNumber()}</h1>
      <EmptyTag />
      <p class="lead">
        {of.visits === 0
          ? words.noNumberYet(since)
          : words.noNumberWatched(since, <b class="nowrap">{words.visits(of.visits)}</b>)}
      </p>
    </>
  );
}

/** What a site without a number does store, and what was seen there. */
export function EmptyRest({ of, choose }: { readonly of: SiteReport; readonly choose: ChooseForThis }) {
  return (
    <>
      {of.banner.last !== null && (
        <Block id="consent" head={bannerWords.head()}>
          <LastBanner of={of.banner.last} />
        </Block>
      )}
      {of.leftAlone.length > 0 && (
        <Block id="stored" head={words.storesHead()}>
          <StoredValues of={of.leftAlone} choose={choose} />
        </Block>
      )}
      {of.events.length > 0 && (
        <Block id="record" head={words.recordSeen()} aside={<span class="soft small">{words.newestFirst()}</span>}>
          <Record of={of} show={LINES} />
        </Block>
      )}
      <section class="block">
        <Note>
          {of.numberless.length > 0 && `${words.numberless(of.numberless.length)} `}
          {words.networkAddress()}
        </Note>
      </section>
    </>
  );
}
