import { runInTopFrame } from '#browser/inject.ts';
import { type Sender, sendToTab } from '#browser/messaging.ts';
// oxlint-disable-next-line import/default -- the builder makes of it the built file's path
import cardFile from '#card/card.iife.tsx?script&iife';
import type { Choice } from '#core/mode.ts';
import { type Domain, domainOf } from '#core/site.ts';
import type { CardContent, CardMessage } from '#messages/card.ts';

/** Puts the card into a page; whether that could be done. It shows itself when the person is at nothing else. */
export async function putCard(tabId: number): Promise<boolean> {
  return await runInTopFrame(tabId, cardFile);
}

/** Has the card that is in a tab's page say something else. */
export async function tellCard(tabId: number, content: CardContent): Promise<void> {
  await sendToTab(tabId, { from: 'background', type: 'card', content });
}

/** What the card's messages lead to; each is given the tab and site of the card that spoke. */
export interface CardHears {
  readonly content: (card: CardPlace) => Promise<CardContent | null>;
  readonly shown: (card: CardPlace) => Promise<void>;
  /** Resolves once it was carried out and looked up. */
  readonly choose: (card: CardPlace, choice: Choice) => Promise<void>;
  readonly dismissed: (card: CardPlace) => Promise<void>;
  readonly more: (card: CardPlace) => Promise<void>;
}

/** Where a card is. */
export interface CardPlace {
  readonly tabId: number;
  readonly domain: Domain;
  readonly private: boolean;
}

function placeOf({ tabId, frameId, url, private: isPrivate }: Sender): CardPlace | undefined {
  const domain = url === null ? undefined : domainOf(url);
  return tabId === null || frameId !== 0 || domain === undefined ? undefined : { tabId, domain, private: isPrivate };
}

/** Answers a card. What it may decide is its own page's site, and nothing else: the browser says where it is. */
export function answerCards(hears: CardHears): (message: CardMessage, sender: Sender) => Promise<unknown> | undefined {
  return (message, sender) => {
    const place = placeOf(sender);
    if (place === undefined) return undefined;
    switch (message.type) {
      case 'ready':
        return hears.content(place);
      case 'answer':
        return hears.choose(place, message.choice).then(() => true);
      case 'shown':
      case 'dismissed':
      case 'more':
        return hears[message.type](place).then(() => true);
    }
  };
}
