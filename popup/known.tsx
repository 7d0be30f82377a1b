import type { NumberReport, SiteReport } from '#core/report.ts';
import { day, durationExactly } from '#ui/amounts.ts';
import { Legend } from '#ui/basis.tsx';
import { Block, Duration, Fact } from '#ui/fact.tsx';
import { LastBanner } from '#ui/banner.tsx';
import { PassedOn } from '#ui/passed-on.tsx';
import { YouTold } from '#ui/given.tsx';
import { Note } from '#ui/icon.tsx';
import type { ChooseForThis } from '#ui/identifier-mode.tsx';
import { Lead, LeadName } from '#ui/lead.tsx';
import { leftAloneText, StoredValues } from '#ui/left-alone.tsx';
import { Line } from '#ui/line.tsx';
import { Month } from '#ui/month.tsx';
import { NumberFacts } from '#ui/number-facts.tsx';
import { useNow } from '#ui/now.ts';
import { Others } from '#ui/others.tsx';
import { Recipients } from '#ui/recipients.tsx';
import { Record } from '#ui/record.tsx';
import { Tag } from '#ui/tag.tsx';
import { controlWords } from '#ui/words-control.ts';
import { givenWords } from '#ui/words-given.ts';
import { bannerWords } from '#ui/words-banner.ts';
import { words } from '#ui/words.ts';
import { DiaryLink } from './head.tsx';

/** Entries of the record that stand there before the rest opens. */
const LINES = 12;

/** What holds for all months together. */
function Since({ of, site: { given, named, banner } }: { readonly of: NumberReport; readonly site: SiteReport }) {
  const now = useNow();
  return (
    <Block id="since" head={words.sinceHead(day(of.since, now))}>
      <Fact name={words.inAll()}>
        <p title={durationExactly(of.total.milliseconds)}>
          <span class="nowrap">{words.pages(of.total.pages)}</span>,{' '}
          <Duration milliseconds={of.total.milliseconds} fact="total-time" />,{' '}
          <span class="nowrap">{words.requestsCarried(of.total.requests)}</span>
        </p>
      </Fact>
      {given.length > 0 && (
        <Fact name={givenWords.head()}>
          <YouTold of={given} number={of} />
        </Fact>
      )}
      {named.length > 0 && (
        <Fact name={givenWords.passedOn()}>
          <PassedOn of={named} />
        </Fact>
      )}
      {banner.last !== null && (
        <Fact name={bannerWords.consent()}>
          <LastBanner of={banner.last} />
        </Fact>
      )}
      <Fact name={words.factGot()}>
        <Recipients of={of.recipients} fact="recipient-list" />
      </Fact>
    </Block>
  );
}

/** Why it is taken for a number. */
export function Why({ of }: { readonly of: NumberReport }) {
  return (
    <div class="lines">
      <Line kind="why" says={words.why()}>
        <NumberFacts of={of} whole={false} />
      </Line>
    </div>
  );
}

/** What was recorded here, newest first. */
export function Recorded({ of, openPage }: { readonly of: SiteReport; readonly openPage: (path: string) => void }) {
  return (
    <Block id="record" head={words.recordHead()} aside={<span class="soft small">{words.newestFirst()}</span>}>
      <Record of={of} show={LINES} />
      <DiaryLink of={of.domain} openPage={openPage} look="more">
        {words.wholeDiary()}
      </DiaryLink>
    </Block>
  );
}

/** Who else numbers the person here. */
export function OtherNumbers({ of, choose }: { readonly of: readonly NumberReport[]; readonly choose: ChooseForThis }) {
  return (
    <Block id="others" head={words.othersHead()} aside={<span class="soft small">{words.numbers(of.length)}</span>}>
      <Others of={of} choose={choose} />
    </Block>
  );
}

/** What is stored besides, who got nothing, and what the marks mean. */
export function Rest({ of, choose }: { readonly of: SiteReport; readonly choose: ChooseForThis }) {
  const alone = leftAloneText(of.leftAlone);
  return (
    <section class="block">
      {alone !== '' && <Note>{alone}</Note>}
      {of.leftAlone.length > 0 && (
        <details class="all">
          <summary>{controlWords.eachOfThem()}</summary>
          <div class="all-facts">
            <StoredValues of={of.leftAlone} choose={choose} />
          </div>
        </details>
      )}
      {of.numberless.length > 0 && (
        <Note>
          {words.numberless(of.numberless.length)} {words.networkAddress()}
        </Note>
      )}
      <Legend />
    </section>
  );
}

/** The opening for a site that knows the person by a number. */
export function KnownLead({ of }: { readonly of: NumberReport }) {
  return (
    <>
      <LeadName of={of} />
      <Tag of={of} fact="number" />
      <Lead of={of} hooks />
    </>
  );
}

/** The month under the site's number, and what holds for all months together. */
export function KnownParts({
  of,
  main,
  showMonth,
}: {
  readonly of: SiteReport;
  readonly main: NumberReport;
  readonly showMonth: (month: string) => void;
}) {
  return (
    <>
      {of.month !== null && <Month of={of.month} choose={showMonth} />}
      <Since of={main} site={of} />
    </>
  );
}
