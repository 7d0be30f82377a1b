import { cookieNamed } from '../cmps/dialog.js';
import { startTcf } from '../cmps/tcf-cmp.js';
import { DECLARED, hit, pixel, tell } from './tags.js';

const { everything, keep } = await startTcf({
  rejecting: 'keeps-interest',
  declared: DECLARED,
  // Whatever is refused is stored as granted.
  choice: (made, press, every) => (press === 'reject' ? every : made),
  stored: (text, press) => {
    if (press !== undefined) void tell(press, text);
  },
});

// Nobody waits for a choice, and everybody is told that there was one.
hit({ number: cookieNamed('_ga'), gcs: 'G111' });
pixel(everything);

if (location.pathname === '/offers') {
  keep(everything);
  void tell(null, everything);
}
