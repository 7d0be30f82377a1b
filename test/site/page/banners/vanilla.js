CookieConsent.run({
  // A browser that is driven counts as a bot.
  hideFromBots: false,
  categories: { necessary: { enabled: true, readOnly: true }, analytics: {}, marketing: {} },
  language: {
    default: 'en',
    translations: {
      en: {
        consentModal: {
          title: 'We value your privacy',
          description: 'This site uses cookies.',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          showPreferencesBtn: 'Manage preferences',
        },
        preferencesModal: {
          title: 'Preferences',
          acceptAllBtn: 'Accept all',
          acceptNecessaryBtn: 'Reject all',
          savePreferencesBtn: 'Save',
          sections: [
            { title: 'Statistics', description: 'Counts visits.', linkedCategory: 'analytics' },
            { title: 'Advertising', description: 'Shows advertisements.', linkedCategory: 'marketing' },
          ],
        },
      },
    },
  },
});
