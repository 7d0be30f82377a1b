import type { MonthReport } from '#core/report.ts';
import { monthName, shortDay } from './amounts.ts';
import { Basis } from './basis.tsx';
import { Block, Duration, Fact } from './fact.tsx';
import { Icon } from './icon.tsx';
import { useNow } from './now.ts';
import { Given } from './number.tsx';
import { ShortList } from './short-list.tsx';
import { Strip } from './strip.tsx';
import { words } from './words.ts';

/** One month back or forth; only where there is another month to show. */
function Stepper({ of, choose }: { readonly of: MonthReport; readonly choose: (month: string) => void }) {
  const now = useNow();
  if (of.months.length < 2) return null;
  const at = of.months.indexOf(of.month);
  const steps = [
    { icon: 'left', month: of.months[at - 1] },
    { icon: 'right', month: of.months[at + 1] },
  ] as const;
  return (
    <div class="stepper">
      {steps.map(({ icon, month }) => (
        <button
          key={icon}
          type="button"
          class="button button-plain button-icon"
          disabled={month === undefined}
          aria-label={month === undefined ? words.noMonth() : monthName(month, now)}
          onClick={() => month !== undefined && choose(month)}
        >
          <Icon name={icon} />
        </button>
      ))}
    </div>
  );
}

function Sections({ of }: { readonly of: MonthReport }) {
  const most = Math.max(1, ...of.sections.map(({ pages }) => pages));
  return (
    <Fact name={words.sectionsHead()}>
      <ShortList
        of={of.sections}
        show={5}
        kind="bars"
        more={words.moreSections}
        fact="sections"
        entry={({ section, pages }) => (
          <li key={section} data-section={section}>
            <span title={section}>{section === '' ? words.frontPage() : <Given text={section} />}</span>
            <i style={{ '--part': String((100 * pages) / most) }} />
            <span>{words.pages(pages)}</span>
          </li>
        )}
      />
      <p class="soft small">
        <span data-fact="pages">{words.pages(of.tally.pages)}</span>, {words.sumOf()}
      </p>
    </Fact>
  );
}

function Searches({ of }: { readonly of: MonthReport }) {
  const now = useNow();
  return (
    <Fact name={words.searchedHead()}>
      <ShortList
        of={of.searches}
        show={4}
        kind="phrases"
        more={words.moreSearches}
        fact="terms"
        entry={({ term, times, last }) => (
          <li key={term}>
            <span title={term}>
              <Given text={term} quoted />
            </span>
            <span>{times > 1 ? words.times(times) : shortDay(last, now)}</span>
          </li>
        )}
      />
    </Fact>
  );
}

/** What was recorded under the number in one month. */
export function Month({ of, choose }: { readonly of: MonthReport; readonly choose: (month: string) => void }) {
  const now = useNow();
  return (
    <Block id="month" head={monthName(of.month, now)} aside={<Stepper of={of} choose={choose} />}>
      <Fact name={words.visitsHead()}>
        <p>
          <b data-fact="month-visits">{words.visits(of.tally.visits)}</b>,{' '}
          <Duration milliseconds={of.tally.milliseconds} fact="time" /> <Basis how="measured" />
        </p>
        <Strip of={of} />
      </Fact>
      {of.sections.length > 0 && <Sections of={of} />}
      {of.searches.length > 0 && <Searches of={of} />}
      {of.tally.orders > 0 && (
        <Fact name={words.orderedHead()}>
          <p>
            <b data-fact="month-orders">{words.orders(of.tally.orders)}</b> <Basis how="inferred" />
          </p>
        </Fact>
      )}
    </Block>
  );
}
