import { optionWords } from '#ui/words-options.ts';
import { Banners } from './banners.tsx';
import { GpcForAll } from './gpc.tsx';
import { Kept } from './kept.tsx';
import { Pause } from './pause.tsx';
import { Shown } from './shown.tsx';
import { UntilYouDecide } from './until-you-decide.tsx';
import { useReport } from './use-report.ts';

/** What numbers may do until the person decides, what sites are told, what is kept here, and the pause. */
export function Settings() {
  const { loaded, refresh } = useReport('policy', null);
  return (
    <>
      <header class="page-lead">
        <h1>{optionWords.settings()}</h1>
      </header>
      <div class="page-narrow parts">
        <Shown loaded={loaded} again={refresh}>
          {(policy) => <UntilYouDecide of={policy} changed={refresh} />}
        </Shown>
        <Banners />
        <GpcForAll />
        <Kept />
        {loaded.state === 'ready' && (
          <Shown loaded={loaded} again={refresh}>
            {(policy) => <Pause of={policy} changed={refresh} />}
          </Shown>
        )}
      </div>
    </>
  );
}
