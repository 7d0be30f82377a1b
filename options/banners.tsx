import { BANNER_MODES, type BannerReport } from '#core/banner.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { LastBanner } from '#ui/banner.tsx';
import { bannerWords } from '#ui/words-banner.ts';
import { Part } from './part.tsx';
import { NotDone, Select, Setting } from './setting.tsx';
import { Shown } from './shown.tsx';
import { useDoing } from './use-doing.ts';
import { useReport } from './use-report.ts';

/** What is done with consent banners on all sites. */
export function Banners() {
  const { loaded, refresh } = useReport('banners', null);
  const { error, run } = useDoing(refresh);
  return (
    <Part id="banners" head={bannerWords.head()}>
      <Shown loaded={loaded} again={refresh}>
        {({ everyone }) => (
          <div class="sheet">
            <Setting name={bannerWords.says()} says={bannerWords.modeSays[everyone]()}>
              <Select
                label={bannerWords.head()}
                value={everyone}
                choices={BANNER_MODES.map((mode) => ({ value: mode, name: bannerWords.mode[mode]() }))}
                choose={(mode) => run(async () => await ask('chooseBanners', { domain: null, mode }))}
              />
            </Setting>
            <NotDone error={error} />
          </div>
        )}
      </Shown>
    </Part>
  );
}

/** What is done with this site's banner, and what came of it last. */
export function SiteBanner({
  of,
  domain,
  changed,
}: {
  readonly of: BannerReport;
  readonly domain: Domain;
  readonly changed: () => void;
}) {
  const { error, run } = useDoing(changed);
  const value = of.chosen ? of.mode : 'everyone';
  return (
    <Part id="banner" head={bannerWords.head()}>
      <div class="sheet sheet-pad stack">
        {of.last !== null && (
          <div>
            <LastBanner of={of.last} />
          </div>
        )}
        <Select
          label={bannerWords.here()}
          value={value}
          choices={[
            { value: 'everyone' as const, name: bannerWords.asEverywhere() },
            ...BANNER_MODES.map((mode) => ({ value: mode, name: bannerWords.mode[mode]() })),
          ]}
          choose={(mode) =>
            run(async () => await ask('chooseBanners', { domain, mode: mode === 'everyone' ? null : mode }))
          }
        />
        <p class="soft small">{bannerWords.hereSays()}</p>
        <NotDone error={error} />
      </div>
    </Part>
  );
}
