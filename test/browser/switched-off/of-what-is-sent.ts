import type { SwitchedOff } from './change.ts';

/** What the behaviours of capture test. */
export const OF_WHAT_IS_SENT: readonly SwitchedOff[] = [
  {
    off: 'nothing is read of what is sent along',
    fails: [
      'as a Blob by a worker is read in Firefox, and in Chromium nobody is shown it',
      'as the page goes away is read',
      'and never leaves was attempted, not recorded',
      'is read as their collectors wrote it down, none missing and none twice',
    ],
    failsAll: ['what pages send is read in whatever form it is sent'],
    edits: [
      {
        file: 'src/browser/sent-body.ts',
        find: 'if (body === null || body === undefined) return NO_BODY;',
        put: 'if (body === null || body === undefined || body.error === undefined || body.raw === undefined) return NO_BODY;',
      },
    ],
  },
  {
    off: 'what goes into web sockets is told by nobody',
    fails: ['is read in whatever form it is sent by XMLHttpRequest, forms, web sockets and workers, each once'],
    edits: [{ file: 'src/content/guard.iife.ts', find: 'watchSockets(tell);', put: 'void watchSockets;' }],
  },
  {
    off: 'addresses alone are not read',
    fails: ['is read out of the addresses of pictures, scripts, frames and event sources'],
    edits: [
      {
        file: 'src/observe/tell-of.ts',
        find: "return method !== 'OPTIONS' && READER.mayBeHit(url, state !== 'none');",
        put: "return method !== 'OPTIONS' && state !== 'none' && READER.mayBeHit(url, true);",
      },
    ],
  },
  {
    off: 'what failed is told as if it had arrived',
    fails: ['and never leaves was attempted, not recorded'],
    edits: [
      {
        file: 'src/observe/requests.ts',
        find: 'cookies: [], inAddress: [], arrival });',
        put: 'cookies: [], inAddress: [] });',
      },
    ],
  },
];
