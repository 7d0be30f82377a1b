import type { ReadonlySignal } from '@preact/signals';
import { figure } from '#ui/amounts.ts';
import { Brand } from '#ui/brand.tsx';
import { Icon, type IconName } from '#ui/icon.tsx';
import { words } from '#ui/words.ts';
import { companyWords } from '#ui/words-companies.ts';
import { optionWords } from '#ui/words-options.ts';
import { Activity } from './activity.tsx';
import { Overview } from './overview.tsx';
import { Companies } from './companies.tsx';
import { Company } from './company.tsx';
import { AllReceipts, Receipts } from './receipts.tsx';
import { hashOf, type Route } from './route.ts';
import { Settings } from './settings.tsx';
import { Shown } from './shown.tsx';
import { Site } from './site.tsx';
import { Sites } from './sites.tsx';
import { useReport } from './use-report.ts';

type NavPage = 'overview' | 'sites' | 'companies' | 'activity' | 'settings';

const PAGES: readonly { readonly page: NavPage; readonly icon: IconName }[] = [
  { page: 'overview', icon: 'overview' },
  { page: 'sites', icon: 'sites' },
  { page: 'companies', icon: 'companies' },
  { page: 'activity', icon: 'diary' },
  { page: 'settings', icon: 'settings' },
];

/** The page at the side that a page belongs to. */
function navPageOf({ page }: Route): NavPage {
  switch (page) {
    case 'site':
    case 'receipts':
      return 'sites';
    case 'company':
      return 'companies';
    case 'all-receipts':
      return 'settings';
    case 'overview':
    case 'sites':
    case 'companies':
    case 'activity':
    case 'settings':
      return page;
  }
}

/** What each is called. */
const NAMES: Readonly<Record<NavPage, () => string>> = {
  overview: optionWords.overview,
  sites: optionWords.sites,
  companies: companyWords.companies,
  activity: optionWords.activity,
  settings: optionWords.settings,
};

function Side({ route, sites }: { readonly route: Route; readonly sites: number | null }) {
  const here = navPageOf(route);
  return (
    <header class="side">
      <p class="side-name">
        <Brand />
        {words.name()}
      </p>
      <nav class="side-links" aria-label={words.name()}>
        {PAGES.map(({ page, icon }) => (
          <a key={page} href={hashOf({ page })} aria-current={page === here ? 'page' : undefined}>
            <Icon name={icon} />
            <span>{NAMES[page]()}</span>
            {page === 'sites' && sites !== null && <span>{figure(sites)}</span>}
          </a>
        ))}
      </nav>
      <p class="side-foot">{optionWords.staysHere()}</p>
    </header>
  );
}

/** The options: everything that is kept, by site and as a whole, and the settings. */
export function App({ route }: { readonly route: ReadonlySignal<Route> }) {
  const { loaded, refresh } = useReport('overview', null);
  const { value } = route;
  return (
    <div class="options">
      <Side route={value} sites={loaded.state === 'ready' ? loaded.report.sites : null} />
      <main class="page">
        {value.page === 'overview' && (
          <Shown loaded={loaded} again={refresh}>
            {(report) => <Overview of={report} />}
          </Shown>
        )}
        {value.page === 'sites' && <Sites />}
        {value.page === 'site' && <Site key={value.domain} domain={value.domain} />}
        {value.page === 'all-receipts' && <AllReceipts />}
        {value.page === 'receipts' && <Receipts key={value.domain} domain={value.domain} />}
        {value.page === 'companies' && <Companies />}
        {value.page === 'company' && <Company key={value.domain} domain={value.domain} />}
        {value.page === 'activity' && <Activity />}
        {value.page === 'settings' && <Settings />}
      </main>
    </div>
  );
}
