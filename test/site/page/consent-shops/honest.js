import { TCString } from '@iabtechlabtcf/core';
import { cookieNamed } from '../cmps/dialog.js';
import { startTcf } from '../cmps/tcf-cmp.js';
import { DECLARED, hit, pixel, tell } from './tags.js';

/** Has done what a choice allows, and nothing else. */
function actOn(text) {
  const { purposeConsents } = TCString.decode(text);
  const all = (...purposes) => purposes.every((purpose) => purposeConsents.has(purpose));
  const advertising = all(1, 3, 4) && navigator.globalPrivacyControl !== true;
  const number = cookieNamed('_ga');
  if (all(1, 8, 9) && number !== '') hit({ number, gcs: advertising ? 'G111' : 'G101' });
  if (advertising) pixel(text);
}

await startTcf({
  rejecting: 'objects',
  declared: DECLARED,
  stored: async (text, press) => {
    if (press !== undefined) await tell(press, text);
    if (text !== null) actOn(text);
  },
});
