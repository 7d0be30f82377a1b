window.orejimeConfig = {
  privacyPolicyUrl: '/privacy',
  purposes: [
    { id: 'analytics', title: 'Statistics', cookies: [] },
    { id: 'advertising', title: 'Advertising', cookies: [] },
  ],
};

document.querySelector('#privacy-settings').addEventListener('click', () => orejime.prompt());
