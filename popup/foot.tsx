import type { ControlReport } from '#core/control.ts';
import { PauseMenu } from '#ui/pause.tsx';
import { controlWords } from '#ui/words-control.ts';
import type { SitePresses } from './acts.ts';

/** Always there: Pause, and one press for a site that does not work as it should. */
export function Foot({ of, does }: { readonly of: ControlReport; readonly does: SitePresses }) {
  return (
    <footer class="popup-foot">
      <PauseMenu pause={does.pause} />
      {of.pause?.why !== 'broken' && (
        <button
          type="button"
          class="button button-plain"
          data-broken
          title={controlWords.looksBrokenDoes()}
          onClick={does.looksBroken}
        >
          {controlWords.looksBroken()}
        </button>
      )}
    </footer>
  );
}
