import { useState } from 'preact/hooks';
import { hostOf } from '#core/identifier.ts';
import type { NumberReport, SiteReport } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { Legend } from '#ui/basis.tsx';
import { Correcting } from '#ui/correct.tsx';
import { Corrections } from '#ui/corrections.tsx';
import { Decision } from '#ui/decide.tsx';
import { YouTold } from '#ui/given.tsx';
import { Recorded } from '#ui/lead.tsx';
import { StoredValues } from '#ui/left-alone.tsx';
import { Month } from '#ui/month.tsx';
import { useNow } from '#ui/now.ts';
import { Given } from '#ui/number.tsx';
import { PassedOn } from '#ui/passed-on.tsx';
import { Recipients } from '#ui/recipients.tsx';
import { Notices } from '#ui/states.tsx';
import { EmptyTag, Tag } from '#ui/tag.tsx';
import { day } from '#ui/amounts.ts';
import { words } from '#ui/words.ts';
import { givenWords } from '#ui/words-given.ts';
import { optionWords } from '#ui/words-options.ts';
import { Findings, hasVisitNews, StoredPurposes, VisitTime, VisitWhen } from '#ui/visit.tsx';
import { visitWords } from '#ui/words-visit.ts';
import type { VisitReport } from '#core/visit.ts';
import { whyWords } from '#ui/words-why.ts';
import { SiteBanner } from './banners.tsx';
import { Diary } from './diary.tsx';
import { GpcHere } from './gpc.tsx';
import { NumbersTable } from './numbers-table.tsx';
import { Part } from './part.tsx';
import { NotDone } from './setting.tsx';
import { hashOf } from './route.ts';
import { Shown } from './shown.tsx';
import { isControlled, SiteControl } from './site-control.tsx';
import { useDoing } from './use-doing.ts';
import { useReport } from './use-report.ts';
import { WipeSite } from './wipe.tsx';

function Crumb() {
  return (
    <p class="crumb">
      <a href={hashOf({ page: 'sites' })}>{optionWords.sites()}</a>
    </p>
  );
}

/** Who has known the person by the number, and since when. */
function KnownSince({ of }: { readonly of: NumberReport }) {
  const since = day(of.since, useNow());
  if (of.setBy.how === 'found') return <>{optionWords.knownFound(since)}</>;
  if (of.party === 'first') return <>{optionWords.knownSince(since)}</>;
  return <>{optionWords.otherKnownSince(<Given text={of.vendor ?? hostOf(of.identifier)} />, since)}</>;
}

/** The number, what it may do, and the decision about it. */
function Decides({ of, changed }: { readonly of: SiteReport; readonly changed: () => void }) {
  const [main] = of.numbers;
  const { domain } = of;
  const { error, run } = useDoing(changed);
  return (
    <div class="site-decides">
      {main === undefined ? <EmptyTag /> : <Tag of={main} fact="number" />}
      <Decision
        of={of}
        explained={false}
        does={{
          choose: (choice) => run(async () => await ask('choose', { domain, choice })),
          resetNow: () => run(async () => await ask('resetNow', { domain })),
        }}
      />
      <NotDone error={error} />
    </div>
  );
}

function Head({ of, changed }: { readonly of: SiteReport; readonly changed: () => void }) {
  const now = useNow();
  const [main] = of.numbers;
  const since = day(of.watchedSince, now);
  return (
    <header class="site-head">
      <div class="page-lead">
        <Crumb />
        <h1>
          <Given text={of.domain} />
        </h1>
        {main === undefined ? (
          <p>{words.noNumberWatched(since, <b class="nowrap">{words.visits(of.visits)}</b>)}</p>
        ) : (
          <p>
            <KnownSince of={main} /> <Recorded of={main} hooks />
          </p>
        )}
        <Notices watched inPrivate={of.private} overflowed={of.overflowed} />
      </div>
      <Decides of={of} changed={changed} />
    </header>
  );
}

/** What is no number, left alone unless the person chooses otherwise for that very value. */
function LeftAlone({ of, changed }: { readonly of: SiteReport; readonly changed: () => void }) {
  const { domain } = of;
  const { error, run } = useDoing(changed);
  return (
    <>
      <StoredValues
        of={of.leftAlone}
        choose={(identifier, choice) => run(async () => await ask('chooseForThis', { domain, identifier, choice }))}
      />
      <NotDone error={error} />
    </>
  );
}

/** The latest visit: its time line, what was found, and what is stored of a choice now. */
function SiteVisit({ of }: { readonly of: VisitReport }) {
  return (
    <Part id="visit" head={visitWords.latestHead()} aside={<VisitWhen of={of} />}>
      <div class="sheet sheet-pad stack">
        <VisitTime of={of} id="visit-list" />
        <h3 class="part-name">{visitWords.findingsHead()}</h3>
        <Findings of={of} />
        {of.stored.length > 0 && (
          <>
            <h3 class="part-name">{visitWords.storedHead()}</h3>
            <StoredPurposes of={of.stored} />
          </>
        )}
      </div>
    </Part>
  );
}

/** All that is known of one site. */
function SitePage({
  of,
  choose,
  changed,
}: {
  readonly of: SiteReport;
  /** Shows another month (`2026-10`). */
  readonly choose: (month: string) => void;
  /** Something was chosen. */
  readonly changed: () => void;
}) {
  const [main] = of.numbers;
  const all = [...of.numbers, ...of.past];
  const { domain } = of;
  const { error, run } = useDoing(changed);
  return (
    <Correcting.Provider value={(identifier, is) => run(async () => await ask('correct', { domain, identifier, is }))}>
      <Head of={of} changed={changed} />
      {isControlled(of.control) && <SiteControl of={of} changed={changed} />}
      {all.length > 0 && (
        <Part id="numbers" head={optionWords.numbersHead()}>
          <NumbersTable of={all} domain={of.domain} changed={changed} />
        </Part>
      )}
      <div class="columns">
        <Part id="diary" head={optionWords.diaryHead()} aside={<span class="soft small">{words.newestFirst()}</span>}>
          <Diary site={of} />
        </Part>
        <div class="column">
          {!isControlled(of.control) && <SiteControl of={of} changed={changed} />}
          {of.month !== null && (
            <div class="sheet">
              <Month of={of.month} choose={choose} />
            </div>
          )}
          {main !== undefined && (
            <Part id="got" head={optionWords.gotHead()}>
              <div class="sheet sheet-pad">
                <Recipients of={main.recipients} />
              </div>
            </Part>
          )}
          {main !== undefined && of.given.length > 0 && (
            <Part id="told" head={givenWords.head()}>
              <div class="sheet sheet-pad">
                <YouTold of={of.given} number={main} />
              </div>
            </Part>
          )}
          {of.named.length > 0 && (
            <Part id="passed-on" head={givenWords.passedOn()}>
              <div class="sheet sheet-pad">
                <PassedOn of={of.named} />
              </div>
            </Part>
          )}
          {of.visit !== null && hasVisitNews(of.visit) && <SiteVisit of={of.visit} />}
          <SiteBanner of={of.banner} domain={domain} changed={changed} />
          {of.leftAlone.length > 0 && (
            <Part id="left" head={optionWords.leftHead()}>
              <div class="sheet sheet-pad stack">
                <LeftAlone of={of} changed={changed} />
              </div>
            </Part>
          )}
          <div class="sheet sheet-pad stack" hidden={of.corrections.length === 0}>
            <h2 class="part-name">{whyWords.saidHead()}</h2>
            <Corrections of={of.corrections} />
          </div>
          <NotDone error={error} />
          <GpcHere key={domain} domain={domain} />
          <Legend />
          <WipeSite domain={of.domain} />
        </div>
      </div>
    </Correcting.Provider>
  );
}

function UnknownSite({ domain }: { readonly domain: Domain }) {
  return (
    <header class="page-lead">
      <Crumb />
      <h1>
        <Given text={domain} />
      </h1>
      <p>{optionWords.unknownSite()}</p>
      <EmptyTag />
      <p>{optionWords.unknownSiteSays()}</p>
    </header>
  );
}

export function Site({ domain }: { readonly domain: Domain }) {
  const [month, choose] = useState<string | null>(null);
  const question = { domain, ...(month !== null && { month }) };
  const { loaded, refresh } = useReport('siteReport', question, { domain });
  return (
    <Shown loaded={loaded} again={refresh}>
      {(report) =>
        report === null ? <UnknownSite domain={domain} /> : <SitePage of={report} choose={choose} changed={refresh} />
      }
    </Shown>
  );
}
