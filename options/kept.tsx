import type { Settings } from '#core/report.ts';
import { ask, saveFile } from '#messages/ask.ts';
import { bytes } from '#ui/amounts.ts';
import { words } from '#ui/words.ts';
import { optionWords } from '#ui/words-options.ts';
import { receiptWords } from '#ui/words-receipt.ts';
import { Part } from './part.tsx';
import { SaveReceipts } from './receipts.tsx';
import { hashOf } from './route.ts';
import { exportParts, fileName } from './save.ts';
import { Saves } from './saves.tsx';
import { NotDone, Select, Setting } from './setting.tsx';
import { Shown } from './shown.tsx';
import { useDoing } from './use-doing.ts';
import { useReport } from './use-report.ts';
import { WipeAll, WipeOne } from './wipe.tsx';

const YEAR_DAYS = 365;
const EVENT_DAYS = [30, 90, YEAR_DAYS];
const SUM_DAYS = [YEAR_DAYS, 2 * YEAR_DAYS, 5 * YEAR_DAYS];

/** Whole years as years, anything else as days. */
function spanText(days: number): string {
  return days % YEAR_DAYS === 0 ? optionWords.years(days / YEAR_DAYS) : words.days(days);
}

function Days({
  label,
  value,
  choices,
  choose,
}: {
  readonly label: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly choose: (days: number) => void;
}) {
  const all = [...new Set([...choices, value])].sort((a, b) => a - b);
  return (
    <Select
      label={label}
      value={value}
      choices={all.map((days) => ({ value: days, name: spanText(days) }))}
      choose={choose}
    />
  );
}

function Retention({ of, changed }: { readonly of: Settings; readonly changed: () => void }) {
  const { error, run } = useDoing(changed);
  const change = (settings: Settings) => run(async () => await ask('changeSettings', settings));

  return (
    <>
      <Setting name={optionWords.events()} says={optionWords.eventsSays()}>
        <Days
          label={optionWords.eventsLabel()}
          value={of.eventDays}
          choices={EVENT_DAYS}
          choose={(eventDays) => change({ ...of, eventDays })}
        />
      </Setting>
      <Setting name={optionWords.sums()} says={optionWords.sumsSays()}>
        <Days
          label={optionWords.sumsLabel()}
          value={of.sumDays}
          choices={SUM_DAYS}
          choose={(sumDays) => change({ ...of, sumDays })}
        />
      </Setting>
      <NotDone error={error} />
    </>
  );
}

/** How long things are kept, how much that is, and the ways to take it along or be rid of it. */
export function Kept() {
  const settings = useReport('settings', null);
  const usage = useReport('usage', null);
  const sites = useReport('sites', null);
  const used = usage.loaded.state === 'ready' ? usage.loaded.report : null;
  const domains = sites.loaded.state === 'ready' ? sites.loaded.report.map(({ domain }) => domain).sort() : [];
  return (
    <Part
      id="kept"
      head={optionWords.keptHead()}
      aside={used !== null && <span class="soft small">{optionWords.used(bytes(used))}</span>}
    >
      <Shown loaded={settings.loaded} again={settings.refresh}>
        {(kept) => (
          <div class="sheet">
            <Retention of={kept} changed={settings.refresh} />
            <Setting name={optionWords.take()} says={optionWords.takeSays()}>
              <Saves
                name={optionWords.save()}
                save={async (now) => {
                  const parts = await exportParts(async (cursor) => ask('exportSlice', { cursor }), now);
                  saveFile(fileName(now), parts);
                }}
              />
            </Setting>
            <Setting
              name={receiptWords.head()}
              says={
                <>
                  {receiptWords.saveAllSays()} <a href={hashOf({ page: 'all-receipts' })}>{receiptWords.openAll()}</a>
                </>
              }
            >
              <SaveReceipts domain={null} />
            </Setting>
            <Setting name={optionWords.wipe()} says={optionWords.wipeSays()}>
              <WipeOne sites={domains} />
              <WipeAll />
            </Setting>
          </div>
        )}
      </Shown>
    </Part>
  );
}
