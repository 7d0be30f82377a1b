import { answer, askContent, locale, onCardContent, tellOfCard, text } from '#messages/from-card.ts';
import ground from '#ui/ground.css?inline';
import numbers from '#ui/number.css?inline';
import press from '#ui/press.css?inline';
import { setWords } from '#ui/say.ts';
import tokens from '#ui/tokens.css?inline';
import own from './card.css?inline';
import { openCard } from './open.tsx';
import { paperSheet } from './paper.ts';
import { placeIn } from './place.ts';

/** Put into the top frame of a page, in our own world, when its site's number is to be told of; into no other page. */
const HERE = Symbol.for('known-as card');

/** Of our own world: the page does not see it. Whoever is put in a second time finds the first. */
const world = globalThis as { [HERE]?: true };

async function begin(): Promise<void> {
  // A bare image or an XML document has no place for a card.
  if (world[HERE] === true || !(document.documentElement instanceof HTMLHtmlElement)) return;
  world[HERE] = true;
  const gone = (): void => {
    delete world[HERE];
  };
  const content = await askContent();
  if (content === null) {
    gone();
    return;
  }
  setWords(text, locale());
  const place = placeIn(document, paperSheet([tokens, ground, press, numbers, own]));
  onCardContent(openCard(content, { page: document, place, reach: { answer, tell: tellOfCard, gone } }));
}

void begin();
