import type { OverviewReport } from '#core/report.ts';
import { date, figure } from '#ui/amounts.ts';
import { Basis } from '#ui/basis.tsx';
import { useNow } from '#ui/now.ts';
import { words } from '#ui/words.ts';
import { companyWords } from '#ui/words-companies.ts';
import { optionWords } from '#ui/words-options.ts';
import { Longest } from './longest.tsx';
import { Part } from './part.tsx';
import { hashOf } from './route.ts';
import { Several } from './several.tsx';
import { Year } from './year.tsx';

function lead(of: OverviewReport, now: number): string {
  const since = date(of.since, now, 'long');
  if (of.numbers === 0) return optionWords.overviewNone(since);
  const sites = optionWords.sitesGave(of.sites);
  return optionWords.overviewLead(since, sites, words.numbers(of.numbers), figure(of.numbersAtWork));
}

/** All sites together: a sentence, the year, who knows you on several sites, the longest-lived numbers. */
export function Overview({ of }: { readonly of: OverviewReport }) {
  const now = useNow();
  return (
    <>
      <header class="page-lead">
        <h1>{lead(of, now)}</h1>
        <p>{of.onSeveral === 0 ? optionWords.knowNone() : optionWords.knowSeveral(of.onSeveral)}</p>
      </header>
      <Part
        id="year"
        head={optionWords.yearHead()}
        aside={
          <span class="soft small">
            {optionWords.yearAside()} <Basis how="measured" says={optionWords.counted()} />
          </span>
        }
      >
        <Year of={of} />
      </Part>
      <Part
        id="several"
        head={optionWords.severalHead()}
        aside={
          <a class="small" href={hashOf({ page: 'companies' })}>
            {companyWords.all()}
          </a>
        }
      >
        <Several of={of.severalSites} />
      </Part>
      <Part
        id="longest"
        head={optionWords.longestHead()}
        aside={<span class="soft small">{optionWords.longestAside()}</span>}
      >
        <Longest of={of.longest} />
      </Part>
    </>
  );
}
