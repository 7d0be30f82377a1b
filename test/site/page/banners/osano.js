window.cookieconsent.initialise(
  {
    type: 'opt-in',
    palette: { popup: { background: '#222222' }, button: { background: '#eeeeee' } },
    content: { message: 'This site uses cookies.', allow: 'Allow cookies', deny: 'Decline', policy: 'Cookie policy' },
  },
  (popup) => {
    document.querySelector('#privacy-settings').addEventListener('click', () => popup.revokeChoice());
  },
);
