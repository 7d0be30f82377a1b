import type { NumberReport, SiteReport, TabReport } from '#core/report.ts';
import { day, durationExactly } from '#ui/amounts.ts';
import { Legend } from '#ui/basis.tsx';
import { Block, Duration, Fact } from '#ui/fact.tsx';
import { Note } from '#ui/icon.tsx';
import { Lead, LeadName } from '#ui/lead.tsx';
import { leftAloneText } from '#ui/left-alone.tsx';
import { Line } from '#ui/line.tsx';
import { Month } from '#ui/month.tsx';
import { NumberFacts } from '#ui/number-facts.tsx';
import { useNow } from '#ui/now.ts';
import { Others } from '#ui/others.tsx';
import { Recipients } from '#ui/recipients.tsx';
import { Record } from '#ui/record.tsx';
import { Notices } from '#ui/states.tsx';
import { Tag } from '#ui/tag.tsx';
import { words } from '#ui/words.ts';
import type { Acts } from './app.tsx';
import { diaryPath } from './head.tsx';

/** Entries of the record that stand there before the rest opens. */
const LINES = 12;

/** What holds for all months together. */
function Since({ of }: { readonly of: NumberReport }) {
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
      <Fact name={words.factGot()}>
        <Recipients of={of.recipients} fact="recipient-list" />
      </Fact>
    </Block>
  );
}

function Why({ of }: { readonly of: NumberReport }) {
  return (
    <div class="lines">
      <Line kind="why" says={words.why()}>
        <NumberFacts of={of} whole={false} />
      </Line>
    </div>
  );
}

/** What is stored besides, who got nothing, and what the marks mean. */
function Rest({ of }: { readonly of: SiteReport }) {
  return (
    <section class="block">
      {of.leftAlone.length > 0 && <Note>{leftAloneText(of.leftAlone)}</Note>}
      {of.numberless.length > 0 && (
        <Note>
          {words.numberless(of.numberless.length)} {words.networkAddress()}
        </Note>
      )}
      <Legend />
    </section>
  );
}

/** A site that knows the person by a number. */
export function Numbered({
  of,
  main,
  acts,
}: {
  readonly of: Extract<TabReport, { state: 'seen' }>;
  readonly main: NumberReport;
  readonly acts: Acts;
}) {
  const { site, watched } = of;
  const others = site.numbers.slice(1);
  const path = diaryPath(site.domain);
  return (
    <>
      <section class="lead-block">
        <LeadName of={main} />
        <Tag of={main} fact="number" />
        <Lead of={main} hooks />
        <Notices watched={watched} inPrivate={site.private} overflowed={site.overflowed} />
        <Why of={main} />
      </section>
      {site.month !== null && <Month of={site.month} choose={acts.choose} />}
      <Since of={main} />
      <Block id="record" head={words.recordHead()} aside={<span class="soft small">{words.newestFirst()}</span>}>
        <Record of={site} show={LINES} />
        <a
          class="more"
          href={`/${path}`}
          onClick={(event) => {
            event.preventDefault();
            acts.openPage(path);
          }}
        >
          {words.wholeDiary()}
        </a>
      </Block>
      {others.length > 0 && (
        <Block
          id="others"
          head={words.othersHead()}
          aside={<span class="soft small">{words.numbers(others.length)}</span>}
        >
          <Others of={others} />
        </Block>
      )}
      <Rest of={site} />
    </>
  );
}
