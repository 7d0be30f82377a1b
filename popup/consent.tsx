import type { SiteReport } from '#core/report.ts';
import { ask, currentTabId } from '#messages/ask.ts';
import { LastBanner } from '#ui/banner.tsx';
import { Fact } from '#ui/fact.tsx';
import { bannerWords } from '#ui/words-banner.ts';

/** What became of this site’s banner last; one press takes the answer back, in this tab. */
export function Consent({ of: { banner, domain } }: { readonly of: SiteReport }) {
  if (banner.last === null) return null;
  return (
    <Fact name={bannerWords.consent()}>
      <LastBanner
        of={banner.last}
        undo={async (receipt) => await ask('undoBanner', { domain, receipt, tabId: await currentTabId() })}
      />
    </Fact>
  );
}
