import type { BackgroundMessage, ContentScriptMessage } from '@duckduckgo/autoconsent';
import { stillInstalled } from '#browser/context.ts';
import { onMessage, sendMessage } from '#browser/messaging.ts';

/** Messages of the engine that are acted on. */
const TYPES = ['init', 'eval', 'popupFound', 'optOutResult', 'optInResult', 'autoconsentDone'] as const;

export type HeardMessage = Extract<ContentScriptMessage, { readonly type: (typeof TYPES)[number] }>;

/** What the banner script in a frame tells the background: the engine's own messages, in an envelope. */
export interface BannerMessage {
  readonly from: 'banner';
  readonly message: HeardMessage;
  /** Whether what was found asks to pay or to accept, by its buttons. */
  readonly payOrAccept: boolean;
}

/**
 * What the background tells the banner script in a frame: something for the engine, or, in the top frame, about
 * scrolling. `note`: whether the page is kept from scrolling now. `free`: if it was and still is, it is to scroll again.
 */
export type ForBanner = { readonly from: 'background' } & (
  | { readonly type: 'banner'; readonly message: BackgroundMessage }
  | { readonly type: 'scrolling'; readonly step: ScrollingStep }
);

export type ScrollingStep = 'note' | 'free';

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A message of the engine that is acted on, or `undefined` for anything else. It is our own code; pages cannot speak here. */
export function parseBannerMessage(value: unknown): BannerMessage | undefined {
  const { from, message, payOrAccept } = fieldsIn(value);
  if (from !== 'banner') return undefined;
  const { type } = fieldsIn(message);
  if (!TYPES.some((one) => one === type)) return undefined;
  return { from, message: message as HeardMessage, payOrAccept: payOrAccept === true };
}

/** Tells the background what the engine says; a background that was stopped or is gone is nothing to the page. */
export async function tellOfBanner(message: ContentScriptMessage, payOrAccept: boolean): Promise<void> {
  const isHeard = TYPES.some((type) => type === message.type);
  if (isHeard && stillInstalled()) await sendMessage({ from: 'banner', message, payOrAccept }).catch(() => undefined);
}

/** Hears what the background says to the engine in this frame, and about scrolling. */
export function onForBanner(hear: {
  readonly engine: (message: BackgroundMessage) => Promise<void>;
  readonly scrolling: (step: ScrollingStep) => void;
}): void {
  onMessage((value) => {
    const { from, type, message, step } = fieldsIn(value);
    if (from !== 'background') return undefined;
    if (type === 'banner') return hear.engine(message as BackgroundMessage).then(() => true);
    if (type !== 'scrolling') return undefined;
    hear.scrolling(step as ScrollingStep);
    return Promise.resolve(true);
  });
}
