import type { Expiry, SetBy } from '#core/event.ts';
import type { StorageArea } from '#core/identifier.ts';
import { fullDay } from './amounts.ts';
import { Basis } from './basis.tsx';
import { Given } from './number.tsx';
import { words } from './words.ts';

/** The host a script came from; `null` where that is not known. */
export function scriptHost(script: string | null): string | null {
  return script !== null && URL.canParse(script) ? new URL(script).host : null;
}

/** Who set a number, and how that is known. */
export function Setter({ by }: { readonly by: SetBy }) {
  if (by.how === 'found') return <>{words.unknownSetter()}</>;
  const who = by.how === 'response' ? words.server() : scriptOf(by.script);
  return (
    <>
      {who} <Basis how={by.basis} />
    </>
  );
}

function scriptOf(script: string | null) {
  return script === null ? words.someScript() : words.script(<Given text={script} />);
}

/** How long a stored value is meant to stay. */
export function lasts(expires: Expiry, area: 'cookie' | StorageArea): string {
  if (expires === 'never') return words.untilNever();
  if (expires === 'session') return area === 'session-storage' ? words.untilTab() : words.untilSession();
  return words.untilDay(fullDay(expires));
}
