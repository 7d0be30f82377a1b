import type { BackgroundMessage, ContentScriptMessage } from '@duckduckgo/autoconsent';
import { stillInstalled } from '#browser/context.ts';
import { onMessage, sendMessage } from '#browser/messaging.ts';

/** Messages of the engine that are acted on. */
const TYPES = ['init', 'eval', 'popupFound', 'optOutResult', 'autoconsentDone'] as const;

export type HeardMessage = Extract<ContentScriptMessage, { readonly type: (typeof TYPES)[number] }>;

/** What the banner script in a frame tells the background: the engine's own messages, in an envelope. */
export interface BannerMessage {
  readonly from: 'banner';
  readonly message: HeardMessage;
}

/** What the background tells the banner script in a frame. */
export interface ForBanner {
  readonly from: 'background';
  readonly type: 'banner';
  readonly message: BackgroundMessage;
}

function fieldsIn(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
}

/** A message of the engine that is acted on, or `undefined` for anything else. It is our own code; pages cannot speak here. */
export function parseBannerMessage(value: unknown): BannerMessage | undefined {
  const { from, message } = fieldsIn(value);
  if (from !== 'banner') return undefined;
  const { type } = fieldsIn(message);
  return TYPES.some((one) => one === type) ? (value as BannerMessage) : undefined;
}

/** Tells the background what the engine says; a background that was stopped or is gone is nothing to the page. */
export async function tellOfBanner(message: ContentScriptMessage): Promise<void> {
  const isHeard = TYPES.some((type) => type === message.type);
  if (isHeard && stillInstalled()) await sendMessage({ from: 'banner', message }).catch(() => undefined);
}

/** Hears what the background says to the engine in this frame. */
export function onForBanner(hear: (message: BackgroundMessage) => Promise<void>): void {
  onMessage((value) => {
    const { from, type, message } = fieldsIn(value);
    if (from !== 'background' || type !== 'banner') return undefined;
    return hear(message as BackgroundMessage).then(() => true);
  });
}
