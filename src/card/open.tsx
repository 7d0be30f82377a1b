import { render } from 'preact';
import type { Choice } from '#core/mode.ts';
import type { CardContent } from '#messages/card.ts';
import { language } from '#ui/say.ts';
import { Card, type Presses } from './card.tsx';
import { watchCover } from './cover.ts';
import { watchPerson } from './moments.ts';
import type { Place } from './place.ts';
import { isPersons } from './press.ts';

/** What the card does beyond the page. */
export interface Reach {
  /** Carries an answer out; whether that was done. */
  readonly answer: (choice: Choice) => Promise<boolean>;
  readonly tell: (what: 'shown' | 'dismissed' | 'more') => void;
  /** The card is gone for good. */
  readonly gone: () => void;
}

/** Languages written from right to left, by their first subtag. */
const FROM_RIGHT = /^(?:ar|dv|fa|he|ku|ps|sd|ug|ur|yi)\b/u;

/**
 * Opens a card in a page: shown when the person is at nothing else, out of the way while they are, and gone with an
 * answer, with Escape, with the page. It never takes the focus. Gives back what has it say something else.
 */
export function openCard(
  first: CardContent,
  {
    page,
    place,
    reach,
  }: {
    readonly page: Document;
    readonly place: Place;
    readonly reach: Reach;
  },
): (content: CardContent) => void {
  let content = first;
  let drawn: 'open' | 'answering' | 'failed' = 'open';
  const life = new AbortController();
  const { signal } = life;
  const paper = page.createElement('div');
  paper.className = 'paper';
  paper.lang = language();
  paper.dir = FROM_RIGHT.test(language()) ? 'rtl' : 'ltr';
  place.root.append(paper);

  let shownAt: number | null = null;
  let told = false;
  let covered = false;
  let answering = false;

  function leave(): void {
    if (signal.aborted) return;
    life.abort();
    render(null, paper);
    place.remove();
    reach.gone();
  }

  function persons(event: Event): boolean {
    return shownAt !== null && !answering && isPersons(event, { shownAt, covered });
  }

  async function answer(choice: Choice): Promise<void> {
    answering = true;
    draw('answering');
    const done = await reach.answer(choice).catch((error: unknown) => {
      if (error instanceof Error) return false;
      throw error;
    });
    answering = false;
    if (done) leave();
    else if (!signal.aborted) draw('failed');
  }

  const presses: Presses = {
    answer: (choice, event) => {
      if (persons(event)) void answer(choice);
    },
    later: (event) => {
      if (!event.isTrusted) return;
      reach.tell('dismissed');
      leave();
    },
    more: (event) => {
      if (!persons(event)) return;
      reach.tell('more');
      leave();
    },
  };

  function draw(state: 'open' | 'answering' | 'failed'): void {
    drawn = state;
    render(<Card of={content} presses={presses} state={state} />, paper);
  }

  function show(): void {
    place.show();
    shownAt = performance.now();
    if (!told) reach.tell('shown');
    told = true;
  }

  function hide(): void {
    place.hide();
    shownAt = null;
  }

  draw('open');
  watchPerson(page, (busy) => (busy ? hide() : show()), { signal });
  watchCover(paper, (now) => (covered = now), { signal });
  page.addEventListener(
    'keydown',
    (event) => {
      if (shownAt === null || event.key !== 'Escape' || !event.isTrusted) return;
      reach.tell('dismissed');
      leave();
    },
    { capture: true, signal },
  );
  // Out of the browser's memory a page comes back as it was: the card does not come with it.
  page.defaultView?.addEventListener('pagehide', leave, { signal });
  return (now) => {
    if (signal.aborted || now.number !== content.number) return;
    content = now;
    draw(drawn);
  };
}
