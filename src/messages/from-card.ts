import { stillInstalled } from '#browser/context.ts';
import { onMessage, sendMessage } from '#browser/messaging.ts';
import { fieldsOf } from '#core/fields.ts';
import type { Choice } from '#core/mode.ts';
import { type CardContent, type CardMessage, parseCardContent } from './card.ts';

export { locale, text } from '#browser/words.ts';

async function send(message: CardMessage): Promise<unknown> {
  return stillInstalled() ? await sendMessage(message) : undefined;
}

/** Asks what the card is to say; `null`: nothing. */
export async function askContent(): Promise<CardContent | null> {
  return parseCardContent(await send({ from: 'card', type: 'ready' }));
}

/** Hands over the person's answer; whether it was carried out. */
export async function answer(choice: Choice): Promise<boolean> {
  return (await send({ from: 'card', type: 'answer', choice })) === true;
}

/** Tells what became of the card. What the background misses is no harm: it tells of the site once more. */
export function tellOfCard(type: 'shown' | 'dismissed' | 'more'): void {
  send({ from: 'card', type }).catch((error: unknown) => {
    if (!(error instanceof Error)) throw error;
  });
}

/** Hears what the card is to say from now on. */
export function onCardContent(hear: (content: CardContent) => void): void {
  onMessage((message) => {
    const { from, type, content } = fieldsOf(message);
    const parsed = from === 'background' && type === 'card' ? parseCardContent(content) : null;
    if (parsed === null) return undefined;
    hear(parsed);
    return Promise.resolve(true);
  });
}
