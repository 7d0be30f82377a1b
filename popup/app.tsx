import type { ReadonlySignal } from '@preact/signals';
import type { TabReport } from '#core/report.ts';
import type { Loaded } from '#ui/live.ts';
import { Now } from '#ui/now.ts';
import { Failed, Loading } from '#ui/states.tsx';
import { Empty } from './empty.tsx';
import { Head } from './head.tsx';
import { Numbered } from './numbered.tsx';
import { Unseeable } from './unseeable.tsx';
import { Withheld } from './withheld.tsx';

/** What the popup can do; `main.tsx` wires it to the browser. */
export interface Acts {
  /** Asks for the report once more. */
  readonly again: () => void;
  /** Shows another month (`2026-10`). */
  readonly choose: (month: string) => void;
  /** Opens one of our own pages, by its path in the extension. */
  readonly openPage: (path: string) => void;
  /** The browser's own question for an origin (`null`: for all); false when the person said no. */
  readonly requestAccess: (origin: string | null) => Promise<boolean>;
}

function Body({ report, acts }: { readonly report: TabReport; readonly acts: Acts }) {
  switch (report.state) {
    case 'unseeable':
      return <Unseeable />;
    case 'withheld':
      return <Withheld origin={report.origin} acts={acts} />;
    case 'seen': {
      const [main] = report.site.numbers;
      if (main === undefined) return <Empty of={report} />;
      return <Numbered of={report} main={main} acts={acts} />;
    }
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
      return <Loading />;
    case 'failed':
      return <Failed error={loaded.error} again={acts.again} />;
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
      <main class="popup-body">
        <Shown loaded={value} acts={acts} />
      </main>
    </div>
  );
}
