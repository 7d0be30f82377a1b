import {
  BANNER_MODES,
  type BannerChoice,
  type BannerMode,
  type BannerReport,
  CHOOSABLE_PURPOSES,
  type ChoosablePurpose,
  SITE_BANNER_MODES,
} from '#core/banner.ts';
import type { BannerUndone } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { LastBanner, Undoing } from '#ui/banner.tsx';
import { bannerWords } from '#ui/words-banner.ts';
import { Part } from './part.tsx';
import { ReceiptsLink } from './receipts.tsx';
import { NotDone, Select, Setting } from './setting.tsx';
import { Shown } from './shown.tsx';
import { useDoing } from './use-doing.ts';
import { useReport } from './use-report.ts';

/** The purposes left on, one box each. */
function Purposes({
  of,
  choose,
}: {
  readonly of: readonly ChoosablePurpose[];
  readonly choose: (purposes: readonly ChoosablePurpose[]) => void;
}) {
  return (
    <fieldset class="purposes">
      <legend>{bannerWords.purposes()}</legend>
      {CHOOSABLE_PURPOSES.map((purpose) => (
        <label key={purpose}>
          <input
            type="checkbox"
            checked={of.includes(purpose)}
            onChange={({ currentTarget: { checked } }) =>
              choose(CHOOSABLE_PURPOSES.filter((one) => (one === purpose ? checked : of.includes(one))))
            }
          />{' '}
          {bannerWords.purpose[purpose]()}
        </label>
      ))}
    </fieldset>
  );
}

function choicesOf(modes: readonly BannerMode[]) {
  return modes.map((mode) => ({ value: mode, name: bannerWords.mode[mode]() }));
}

/** What is done with consent banners on all sites. */
export function Banners() {
  const { loaded, refresh } = useReport('banners', null);
  const { error, run } = useDoing(refresh);
  const choose = ({ mode, purposes }: BannerChoice): void =>
    run(async () => await ask('chooseBanners', { domain: null, mode, purposes }));
  return (
    <Part id="banners" head={bannerWords.head()}>
      <Shown loaded={loaded} again={refresh}>
        {({ everyone, purposes: { everyone: purposes }, blocks }) => (
          <div class="sheet">
            <Setting name={bannerWords.says()} says={bannerWords.modeSays[everyone]()}>
              <Select
                label={bannerWords.head()}
                value={everyone}
                choices={choicesOf(BANNER_MODES)}
                choose={(mode) => choose({ mode, purposes })}
              />
              {everyone === 'some' && (
                <Purposes of={purposes} choose={(chosen) => choose({ mode: everyone, purposes: chosen })} />
              )}
            </Setting>
            <Setting name={bannerWords.blocks()} says={bannerWords.blocksSays()}>
              <Select
                label={bannerWords.blocks()}
                value={blocks ? 'on' : 'off'}
                choices={[
                  { value: 'off', name: bannerWords.blocksOff() },
                  { value: 'on', name: bannerWords.blocksOn() },
                ]}
                choose={(value) => run(async () => await ask('changeRefusalBlocks', { blocks: value === 'on' }))}
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
  const { error, run, tried } = useDoing(changed);
  const value = of.chosen ? of.mode : 'everyone';
  const undo = async (receipt: string): Promise<BannerUndone | null> =>
    await tried(async () => await ask('undoBanner', { domain, receipt, tabId: null }));
  const choose = (mode: BannerMode | 'everyone', purposes = of.purposes): void =>
    run(async () => await ask('chooseBanners', { domain, mode: mode === 'everyone' ? null : mode, purposes }));
  return (
    <Part id="banner" head={bannerWords.head()}>
      <div class="sheet sheet-pad stack">
        {of.last !== null && (
          <div>
            <Undoing.Provider value={undo}>
              <LastBanner of={of.last} />
            </Undoing.Provider>
            <ReceiptsLink domain={domain} />
          </div>
        )}
        <Select
          label={bannerWords.here()}
          value={value}
          choices={[{ value: 'everyone' as const, name: bannerWords.asEverywhere() }, ...choicesOf(SITE_BANNER_MODES)]}
          choose={(mode) => choose(mode)}
        />
        {value === 'some' && <Purposes of={of.purposes} choose={(purposes) => choose('some', purposes)} />}
        {of.chosen && (of.mode === 'some' || of.mode === 'accept') && (
          <p class="soft small">{bannerWords.modeSays[of.mode]()}</p>
        )}
        <p class="soft small">{bannerWords.hereSays()}</p>
        <NotDone error={error} />
      </div>
    </Part>
  );
}
