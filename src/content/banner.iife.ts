import AutoConsent from '@duckduckgo/autoconsent';
import { onForBanner, tellOfBanner } from '#messages/banner.ts';

/**
 * Looks for a consent banner in this frame, in our own world beside the page, and answers it as the background says:
 * registered only where the person wants banners noted or answered. It decides nothing by itself.
 */
const engine = new AutoConsent(tellOfBanner);

onForBanner(async (message) => await engine.receiveMessageCallback(message));
