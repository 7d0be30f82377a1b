import type { AutoConsentCMPRule } from '@duckduckgo/autoconsent';

/** Banners that the engine's own rules do not know, by what their programs document of their pages. */
export const OWN_RULES: readonly AutoConsentCMPRule[] = [
  {
    // https://github.com/boscop-fr/orejime
    name: 'orejime',
    runContext: { main: true, frame: true },
    detectCmp: [{ exists: '.orejime-Banner' }],
    detectPopup: [{ visible: '.orejime-Banner-declineButton' }],
    optOut: [{ waitForThenClick: '.orejime-Banner-declineButton' }],
    optIn: [{ waitForThenClick: '.orejime-Banner-saveButton' }],
  },
];
