import AutoConsent from '@duckduckgo/autoconsent';
import { onForBanner, tellOfBanner } from '#messages/banner.ts';
import { lookTwice } from './banner/look-twice.ts';
import { keepScrolling } from './banner/scrolling.ts';
import { hasPayOrAccept, PAY_OR_ACCEPT } from './banner/wall.ts';

/**
 * Looks for a consent banner in this frame, in our own world beside the page, and answers it as the background says:
 * registered only where the person wants banners noted or answered. It decides nothing by itself.
 */
let isFound = false;

const engine = new AutoConsent(async (message) => {
  if (message.type !== 'popupFound') return await tellOfBanner(message, false);
  // The engine answers what it found first, and nothing else.
  if (isFound) return;
  isFound = true;
  await tellOfBanner(message, hasPayOrAccept(document, { frame: globalThis.top !== globalThis.self }));
});
engine.rules.push(PAY_OR_ACCEPT);
lookTwice(engine);

const scrolling = keepScrolling(document);

onForBanner({
  engine: async (message) => await engine.receiveMessageCallback(message),
  scrolling: (step) => scrolling[step](),
});
