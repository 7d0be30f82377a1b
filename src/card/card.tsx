import type { Choice } from '#core/mode.ts';
import type { CardContent } from '#messages/card.ts';
import { breakable, cut, visible } from '#ui/hostile.ts';
import { Icon } from '#ui/icon.tsx';
import { OutcomeSays } from '#ui/outcome-says.tsx';
import { Picture } from '#ui/picture.tsx';
import { language } from '#ui/say.ts';
import { cardWords } from '#ui/words-card.ts';

/** Characters of a number that fit on the card. */
const KEEPS = 62;

/** The three answers, all alike; a reset replaces the number on every visit unless the popup says otherwise. */
const ANSWERS = [
  { choice: { mode: 'allow' }, name: cardWords.allow },
  { choice: { mode: 'block' }, name: cardWords.block },
  { choice: { mode: 'reset', rhythm: { every: 'visit' } }, name: cardWords.reset },
] as const satisfies readonly { readonly choice: Choice; readonly name: () => string }[];

/** What a press on the card does. The events are handed on: whoever acts judges whether they are the person's. */
export interface Presses {
  readonly answer: (choice: Choice, event: Event) => void;
  readonly later: (event: Event) => void;
  readonly more: (event: Event) => void;
}

/** A site's name, that may break after its dots and hyphens. */
function SiteName({ of }: { readonly of: string }) {
  return (
    <bdi dir="ltr">
      {breakable(visible(of)).map((piece) => (
        <>
          {piece}
          <wbr />
        </>
      ))}
    </bdi>
  );
}

function NumberText({ of }: { readonly of: string }) {
  const ends = cut(of, KEEPS);
  return (
    <bdi class="number" dir="ltr">
      {breakable(visible(ends === null ? of : `${ends.head}…${ends.tail}`)).map((piece) => (
        <>
          {piece}
          <wbr />
        </>
      ))}
    </bdi>
  );
}

/** What the number means, and until when; of one that is held back, that it is. */
function means({ expires, held }: CardContent) {
  if (expires === 'session') return held ? cardWords.heldSession() : cardWords.knowsSession();
  if (expires === 'never') return held ? cardWords.heldForever() : cardWords.knowsForever();
  const day = new Intl.DateTimeFormat(language(), { day: 'numeric', month: 'long', year: 'numeric' }).format(expires);
  const whole = <span class="nowrap">{day}</span>;
  return held ? cardWords.heldUntil(whole) : cardWords.knowsUntil(whole);
}

/** The notice in somebody else's page: who gave which number, what it means, and the three answers. */
export function Card({
  of,
  presses,
  state,
}: {
  readonly of: CardContent;
  readonly presses: Presses;
  /** `answering`: an answer is being carried out; `failed`: it was not. */
  readonly state: 'open' | 'answering' | 'failed';
}) {
  return (
    <section class="card" role="dialog" aria-label={cardWords.label(visible(of.domain))} aria-describedby="means">
      <div class="card-head">
        <Picture of={of.number} />
        <div>
          <p class="card-says">
            {cardWords.gave(
              <b>
                <SiteName of={of.domain} />
              </b>,
            )}
          </p>
          <NumberText of={of.number} />
        </div>
      </div>
      <p id="means" class="soft">
        {of.held && `${cardWords.held()} `}
        {means(of)}
        {of.companies > 0 && ` ${cardWords.companies(of.companies)}`}
      </p>
      {of.banner !== undefined && (
        <p class="card-banner soft">
          <OutcomeSays of={of.banner} />
        </p>
      )}
      <div class="card-actions">
        {ANSWERS.map(({ choice, name }) => (
          <button
            key={choice.mode}
            type="button"
            class="button"
            aria-disabled={state === 'answering'}
            onClick={(event) => presses.answer(choice, event)}
          >
            <Icon name={choice.mode} />
            {name()}
          </button>
        ))}
      </div>
      <p class="card-failed" role="status">
        {state === 'failed' && cardWords.notDone()}
      </p>
      <div class="card-later">
        <button type="button" class="button button-plain" onClick={presses.later}>
          {cardWords.notNow()}
        </button>
        <button type="button" class="button button-plain" onClick={presses.more}>
          {cardWords.more()}
        </button>
      </div>
    </section>
  );
}
