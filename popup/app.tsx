import type { ReadonlySignal } from '@preact/signals';
import type { TabReport } from '#core/report.ts';
import type { Loaded } from '#ui/live.ts';
import { Now } from '#ui/now.ts';
import { Failed, Loading } from '#ui/states.tsx';
import type { Acts } from './acts.ts';
import { Head } from './head.tsx';
import { Seen } from './seen.tsx';
import { Unseeable } from './unseeable.tsx';
import { Withheld } from './withheld.tsx';

function Body({ report, acts }: { readonly report: TabReport; readonly acts: Acts }) {
  switch (report.state) {
    case 'unseeable':
      return (
        <main class="popup-body">
          <Unseeable />
        </main>
      );
    case 'withheld':
      return (
        <main class="popup-body">
          <Withheld origin={report.origin} acts={acts} />
        </main>
      );
    case 'seen':
      return <Seen of={report} acts={acts} />;
  }
}

/** The site a report is about, where it is about one. */
function siteOf(report: TabReport): string | null {
  switch (report.state) {
    case 'unseeable':
      return null;
    case 'withheld':
      return report.domain;
    case 'seen':
      return report.site.domain;
  }
}

function Shown({ loaded, acts }: { readonly loaded: Loaded<TabReport>; readonly acts: Acts }) {
  switch (loaded.state) {
    case 'loading':
      return (
        <main class="popup-body">
          <Loading />
        </main>
      );
    case 'failed':
      return (
        <main class="popup-body">
          <Failed error={loaded.error} again={acts.again} />
        </main>
      );
    case 'ready':
      return (
        <Now.Provider value={loaded.at}>
          <Body report={loaded.report} acts={acts} />
        </Now.Provider>
      );
  }
}

/** The popup: what is known of the site in this tab. */
export function App({ loaded, acts }: { readonly loaded: ReadonlySignal<Loaded<TabReport>>; readonly acts: Acts }) {
  const { value } = loaded;
  return (
    <div class="popup">
      <Head site={value.state === 'ready' ? siteOf(value.report) : null} openPage={acts.openPage} />
      <Shown loaded={value} acts={acts} />
    </div>
  );
}
