import { cookieNamed } from '../cmps/dialog.js';
import { startTcf } from '../cmps/tcf-cmp.js';
import { DECLARED, hit, pixel, tell } from './tags.js';

const { everything } = await startTcf({
  rejecting: 'keeps-interest',
  declared: DECLARED,
  // Whatever is refused is stored as granted, and on one page nobody is asked.
  choice: (made, press, every) => (press === 'reject' ? every : made),
  presumes: location.pathname === '/offers',
  stored: (text, press) => {
    if (press !== undefined) void tell(press, text);
  },
});

// Nobody waits for a choice, and everybody is told that there was one.
hit({ number: cookieNamed('_ga'), gcs: 'G111' });
pixel(everything);
