import { cookieNamed, makeDialog, storeCookie } from '../cmps/dialog.js';
import { tell } from './tags.js';

const NAME = 'cookieyes-consent';
const ROWS = ['analytics', 'advertisement'].map((name, index) => ({
  id: index + 1,
  name,
  grounds: [{ ground: 'allowed', label: 'Allow' }],
}));
const EVERY = ROWS.map(({ id }) => id);

/** The number of the consent, which is there before there is any. */
const consentId = () => /consentid:([^,]+)/u.exec(cookieNamed(NAME))?.[1] ?? '';

const dialog = makeDialog({
  heading: 'Cookies',
  text: 'We use cookies.',
  rows: ROWS,
  pressed: (press, on) => {
    const allowed = { accept: EVERY, reject: [] }[press] ?? on.map(({ id }) => id);
    const said = ROWS.map(({ id, name }) => `${name}:${allowed.includes(id) ? 'yes' : 'no'}`);
    const consent = allowed.length > 0 ? 'yes' : 'no';
    const text = [`consentid:${consentId()}`, `consent:${consent}`, 'action:yes', 'necessary:yes', ...said].join(',');
    storeCookie(NAME, text);
    void tell(press, text);
  },
});
const open = () => dialog.open(() => false);
document.querySelector('#privacy-settings').addEventListener('click', open);
if (!cookieNamed(NAME).includes('action:yes')) open();
