import { useState } from 'preact/hooks';
import { Note } from '#ui/icon.tsx';
import { Line } from '#ui/line.tsx';
import { EmptyTag } from '#ui/tag.tsx';
import { words } from '#ui/words.ts';
import type { Acts } from './acts.ts';

/** A site the browser withholds until the person allows it: says so, and how. */
export function Withheld({ origin, acts }: { readonly origin: string | null; readonly acts: Acts }) {
  const [refused, say] = useState(false);

  async function request(what: string | null): Promise<void> {
    const given = await acts.requestAccess(what);
    say(!given);
    if (given) acts.again();
  }

  return (
    <>
      <section class="lead-block">
        <h1 class="lead-name">{words.withheld()}</h1>
        <EmptyTag />
        <p class="lead">{words.withheldWhy()}</p>
        <div class="asks">
          {origin !== null && (
            <button type="button" class="button button-main" onClick={() => void request(origin)}>
              {words.lookHere()}
            </button>
          )}
          <button type="button" class="button" onClick={() => void request(null)}>
            {words.lookEverywhere()}
          </button>
        </div>
        <p class="said" role="status">
          {refused && words.notGiven()}
        </p>
        <Note>{words.willAsk()}</Note>
      </section>
      <section class="block">
        <div class="lines">
          <Line says={words.whyNeeded()}>
            <p class="evidence">{words.whyNeededSays()}</p>
          </Line>
          <Line says={words.whichNever()}>
            <p class="evidence">{words.whichNeverSays()}</p>
          </Line>
        </div>
      </section>
    </>
  );
}
