import { useState } from 'preact/hooks';
import type { GpcPreference, GpcSupport } from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { day } from '#ui/amounts.ts';
import { Basis } from '#ui/basis.tsx';
import { useNow } from '#ui/now.ts';
import { gpcWords } from '#ui/words-gpc.ts';
import { Part } from './part.tsx';
import { NotDone, Select, Setting } from './setting.tsx';
import { Shown } from './shown.tsx';
import { type Doing, useDoing } from './use-doing.ts';
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

/** The site's own statement, or what stood in the way of it. */
function Support({ of }: { readonly of: GpcSupport }) {
  const now = useNow();
  if (of.is !== 'stated') return <>{gpcWords.came[of.is]()}</>;
  const says = of.gpc ? gpcWords.follows() : gpcWords.followsNot();
  // Noon of that day is on that day wherever the person is.
  const since = of.lastUpdate === null ? null : day(Date.parse(`${of.lastUpdate}T12:00`), now);
  return (
    <>
      {since === null ? says : gpcWords.since(says, since)} <Basis how="stated" />
    </>
  );
}

/** Asks the site at a press, and says what came of it for as long as the view is open. */
function LookUp({ domain, tried }: { readonly domain: Domain; readonly tried: Doing['tried'] }) {
  const [state, set] = useState<GpcSupport | 'under-way' | null>(null);

  async function lookUp(): Promise<void> {
    set('under-way');
    set(await tried(async () => await ask('lookUpGpc', { domain })));
  }

  return (
    <>
      <p class="soft small">{gpcWords.lookUpDoes()}</p>
      <p role="status" data-gpc-support={typeof state === 'string' ? state : state?.is}>
        {state === 'under-way' && gpcWords.underWay()}
        {state !== null && state !== 'under-way' && <Support of={state} />}
      </p>
      <button
        type="button"
        class="button"
        data-gpc-look-up
        aria-disabled={state === 'under-way'}
        onClick={() => state !== 'under-way' && void lookUp()}
      >
        {gpcWords.lookUp()}
      </button>
    </>
  );
}

const CHOSEN = { all: null, on: true, off: false } as const;

function chosenIn({ sites }: GpcPreference, domain: Domain): keyof typeof CHOSEN {
  if (!Object.hasOwn(sites, domain)) return 'all';
  return sites[domain] === true ? 'on' : 'off';
}

/** What is chosen for one site, and what the site itself states. */
export function GpcHere({ domain }: { readonly domain: Domain }) {
  const { loaded, refresh } = useReport('gpc', null, domain);
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
            <LookUp domain={domain} tried={tried} />
            <NotDone error={error} />
          </div>
        </Part>
      )}
    </Shown>
  );
}
