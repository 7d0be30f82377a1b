import type { SwitchedOff } from './change.ts';

/** What the behaviours of holding test. */
export const OF_HOLDING: readonly SwitchedOff[] = [
  {
    off: 'nothing is a number to what holds',
    fails: [
      'none reaches the browser, whichever way it is written, and the page sees its own',
      'a page that fights gets no number through, and nothing of ours into its hands',
      'the background is told what is held and what was forgotten, and not that it was stored',
      'what was allowed by itself is touched by no guard, and a new number beside it is held',
    ],
    edits: [
      {
        file: 'src/content/hold/watch.ts',
        find: "judgeWritten(written, party).kind !== 'random-id'",
        put: "judgeWritten(written, party).kind !== 'nothing' as string",
      },
    ],
  },
  {
    off: 'everything is a number to what holds',
    fails: ['logins, carts and languages are stored as ever, whichever way they are written'],
    edits: [
      {
        file: 'src/content/hold/watch.ts',
        find: "judgeWritten(written, party).kind !== 'random-id'",
        put: "judgeWritten(written, party).kind === 'nothing' as string",
      },
    ],
  },
  {
    off: 'nothing is forgotten',
    fails: [
      'what is there already is forgotten before the page’s scripts run, and may be let go',
      'a page’s first script finds nothing of before',
      'the background can have stored values forgotten in an open page',
      'a reset that is due forgets, and holds nothing',
    ],
    edits: [{ file: 'src/content/hold/forget.ts', find: 'storage.removeItem(key);', put: '' }],
  },
  {
    off: 'the page is shown nothing of what is held',
    fails: ['storage is still what it was to the page'],
    edits: [
      {
        file: 'src/content/hold/storage-proxy.ts',
        find: 'return typeof key',
        put: 'return key === null && typeof key',
      },
    ],
  },
];
