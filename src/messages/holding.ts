import { inPrivateWindow, stillInstalled } from '#browser/context.ts';
import { onMessage, sendMessage } from '#browser/messaging.ts';
import type { ForgetStored, ForgottenItem, HeldAnswer, HeldItem, LetGo, PutBack, WatcherMessage } from './watch.ts';

/** Waits before each further try, in ms: the background may just be starting. */
const RETRIES = [250, 1000, 4000];

/** Sends until there is an answer that counts; `undefined` where none came. */
async function untilAnswered<Answer>(
  message: WatcherMessage,
  parse: (answer: unknown) => Answer | undefined,
): Promise<Answer | undefined> {
  for (const wait of [...RETRIES, null]) {
    if (!stillInstalled()) return undefined;
    const answer = await sendMessage(message).then(parse, () => undefined);
    if (answer !== undefined || wait === null) return answer;
    await new Promise((resolve) => setTimeout(resolve, wait));
  }
  return undefined;
}

/** The background's answer to held items, or `undefined` for what is none. */
function parseHeldAnswer(answer: unknown): HeldAnswer | undefined {
  if (typeof answer !== 'object' || answer === null || !('keep' in answer)) return undefined;
  const { keep } = answer;
  return Array.isArray(keep) && keep.every((place) => Number.isInteger(place)) ? { keep: keep as number[] } : undefined;
}

/** Asks which of these may be kept after all; `undefined` where the background gave no answer. */
export async function askHeld(items: readonly HeldItem[]): Promise<HeldAnswer | undefined> {
  return await untilAnswered({ from: 'watcher', private: inPrivateWindow(), type: 'held', items }, parseHeldAnswer);
}

/** Tells what was taken out of web storage, until it is acknowledged by `true`. */
export async function tellForgotten(items: readonly ForgottenItem[]): Promise<void> {
  const message: WatcherMessage = { from: 'watcher', private: inPrivateWindow(), type: 'forgotten', items };
  await untilAnswered(message, (answer) => (answer === true ? true : undefined));
}

/**
 * Hears what the background asks of every frame. Answered with `true` once it was done here; a frame that it does not
 * concern leaves it to others.
 */
export function onHolding(hear: {
  readonly forget: (asked: ForgetStored) => boolean;
  readonly letGo: (asked: LetGo) => boolean;
  /** `null` where it does not concern this frame; otherwise whether a fresh look found it there. */
  readonly putBack: (asked: PutBack) => boolean | null;
}): void {
  onMessage((message) => {
    const asked = message as Partial<ForgetStored> | Partial<LetGo> | Partial<PutBack>;
    if (asked.from !== 'background') return undefined;
    if (asked.type === 'forget') return hear.forget(asked as ForgetStored) ? Promise.resolve(true) : undefined;
    if (asked.type === 'let-go') return hear.letGo(asked as LetGo) ? Promise.resolve(true) : undefined;
    if (asked.type !== 'put-back') return undefined;
    const there = hear.putBack(asked as PutBack);
    return there === null ? undefined : Promise.resolve(there);
  });
}
