import type { GpcPreference } from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { GpcLookUp } from '#ui/gpc-look-up.tsx';
import { gpcWords } from '#ui/words-gpc.ts';
import { Part } from './part.tsx';
import { NotDone, Select, Setting } from './setting.tsx';
import { Shown } from './shown.tsx';
import { useDoing } from './use-doing.ts';
import { useReport } from './use-report.ts';

/** The switch for every site that nothing else was chosen for. */
export function GpcForAll() {
  const { loaded, refresh } = useReport('gpc', null);
  const { error, run } = useDoing(refresh);
  return (
    <Shown loaded={loaded} again={refresh}>
      {({ everyone }) => (
        <Part id="gpc" head={gpcWords.head()}>
          <div class="sheet">
            <Setting name={gpcWords.forAll()} says={gpcWords.forAllSays()}>
              <Select
                label={gpcWords.head()}
                value={everyone ? 'on' : 'off'}
                choices={[
                  { value: 'off', name: gpcWords.off() },
                  { value: 'on', name: gpcWords.on() },
                ]}
                choose={(value) => run(async () => await ask('changeGpc', { domain: null, on: value === 'on' }))}
              />
            </Setting>
            <NotDone error={error} />
          </div>
        </Part>
      )}
    </Shown>
  );
}

const CHOSEN = { all: null, on: true, off: false } as const;

function chosenIn({ sites }: GpcPreference, domain: Domain): keyof typeof CHOSEN {
  if (!Object.hasOwn(sites, domain)) return 'all';
  return sites[domain] === true ? 'on' : 'off';
}

/** What is chosen for one site, and what the site itself states. */
export function GpcHere({ domain }: { readonly domain: Domain }) {
  const { loaded, refresh } = useReport('gpc', null, { domain });
  const { error, run, tried } = useDoing(refresh);
  return (
    <Shown loaded={loaded} again={refresh}>
      {(preference) => (
        <Part id="gpc" head={gpcWords.head()}>
          <div class="sheet sheet-pad stack">
            <div>
              <Select
                label={gpcWords.here()}
                value={chosenIn(preference, domain)}
                choices={[
                  { value: 'all', name: preference.everyone ? gpcWords.asAllOn() : gpcWords.asAllOff() },
                  { value: 'on', name: gpcWords.on() },
                  { value: 'off', name: gpcWords.off() },
                ]}
                choose={(value) => run(async () => await ask('changeGpc', { domain, on: CHOSEN[value] }))}
              />
            </div>
            <p class="soft small">{gpcWords.hereSays()}</p>
            <GpcLookUp lookUp={async () => await tried(async () => await ask('lookUpGpc', { domain }))} />
            <NotDone error={error} />
          </div>
        </Part>
      )}
    </Shown>
  );
}
