import type { SwitchedOff } from './change.ts';

/** What the behaviours of trust and of the views test. */
export const OF_TRUST: readonly SwitchedOff[] = [
  {
    off: 'pages write no journal, and tell but once',
    fails: ['a background killed 100 times at random moments loses nothing that the shop logged'],
    edits: [
      {
        file: 'src/messages/deliver.ts',
        find: 'if (!inPrivateWindow()) writeJournal(entry)',
        put: 'if (entry.at === 0) writeJournal(entry)',
      },
      {
        file: 'src/messages/deliver.ts',
        find: 'const RETRIES = [250, 1000, 4000];',
        put: 'const RETRIES: number[] = [];',
      },
    ],
  },
  {
    off: 'private windows go to disk like any other',
    fails: ['a private window is watched, and leaves nothing on disk'],
    edits: [
      {
        file: 'src/background/ledgers.ts',
        find: 'return isPrivateStore(event.store);',
        put: 'return isPrivateStore(event.store) && event.at === 0;',
      },
    ],
  },
  {
    off: 'wiping does nothing',
    fails: [
      'wiping a site removes every trace of it from the extension’s storage',
      'wiping everything, by the button, leaves nothing of any site',
    ],
    edits: [
      {
        file: 'src/store/disk-tables.ts',
        find: 'wipe: async (domain) => await wipe(database, domain),',
        put: 'wipe: async (domain) => await (domain === database.name ? wipe(database, domain) : undefined),',
      },
    ],
  },
  {
    off: 'addresses are noted and kept with their query',
    fails: ['what a person types into forms is nowhere in the extension’s storage'],
    edits: [
      {
        file: 'src/decode/address.ts',
        find: 'path: parsed.pathname.slice(0, PATH_LENGTH),',
        put: 'path: (parsed.pathname + parsed.search).slice(0, PATH_LENGTH),',
      },
      {
        file: 'src/decode/bare-url.ts',
        find: "kept.append(name, tells ? value : '');",
        put: 'kept.append(name, tells ? value : value);',
      },
    ],
  },
  {
    off: 'the background calls home',
    fails: ['nothing in the build makes a network request of its own'],
    edits: [
      {
        file: 'src/background/main.ts',
        find: 'const views = keepOpenViews();',
        put: "setInterval(() => void fetch('https://calls-home.example/').catch(() => undefined), 300);\nconst views = keepOpenViews();",
      },
    ],
  },
  {
    off: 'one odd cookie stops the queue',
    fails: ['malformed cookies and hostile titles do no harm, and are shown as text'],
    edits: [
      {
        file: 'src/observe/queue.ts',
        find: '        () => undefined,\n        () => undefined,\n',
        put: '        () => undefined,\n',
      },
      {
        file: 'src/observe/cookies.ts',
        find: '    jar.apply(change);',
        put: "    if (change.cookie.identifier.name === '__proto__') throw new Error('odd');\n    jar.apply(change);",
      },
    ],
  },
  {
    off: 'there are no limits for one site',
    fails: ['ten thousand cookies and a flood of history changes do not stop the record'],
    edits: [
      { file: 'src/store/fold/limits.ts', find: 'MAX_STORED = 400', put: 'MAX_STORED = 1e9' },
      { file: 'src/store/fold/limits.ts', find: 'MAX_NUMBERS = 400', put: 'MAX_NUMBERS = 1e9' },
    ],
  },
  {
    off: 'an export is empty',
    fails: ['everything can be taken along as JSON'],
    edits: [
      { file: 'src/store/export.ts', find: 'return { table, rows, cursor:', put: 'return { table, rows: [], cursor:' },
    ],
  },
  {
    off: 'nothing is dropped',
    fails: ['what is older than the settings keep is dropped, and the settings outlive a restart'],
    edits: [
      {
        file: 'src/store/ledger.ts',
        find: 'now - settings.eventDays * DAY',
        put: 'now - 1e6 * settings.eventDays * DAY',
      },
    ],
  },
  {
    off: 'what was there before counts as set now',
    fails: ['what was stored before Known As came is taken in as found, and its page asks to be reloaded'],
    edits: [
      {
        file: 'src/observe/cookies.ts',
        find: "setBy: { how: 'found' }",
        put: "setBy: { how: 'response', basis: 'inferred' }",
      },
      {
        file: 'src/observe/requests.ts',
        find: "const UNSEEN = { how: 'found' } as const;",
        put: "const UNSEEN = { how: 'response', basis: 'inferred' } as const;",
      },
    ],
  },
  {
    off: 'views are not told of news',
    fails: [
      'the popup is live: what happens while it is open appears without a reload',
      'the popup stays live after the background was stopped',
    ],
    edits: [{ file: 'src/background/views.ts', find: 'line.tell(news);', put: 'void [line, news];' }],
  },
  {
    off: 'what is left alone is not reported',
    fails: ['a site that gives no number is said to give none, and what it stores is named'],
    edits: [
      {
        file: 'src/store/report/numbers.ts',
        find: "if (over || kind === 'random-id') return [];",
        put: "if (over || kind === 'random-id' || kind !== 'cart') return [];",
      },
    ],
  },
  {
    off: 'pages no extension may see, and sites withheld, are not told apart from others',
    fails: [
      'a page no extension may see is said to be one',
      'a site the browser withholds is said to be withheld, with a button that asks',
    ],
    edits: [
      {
        file: 'src/background/answer.ts',
        find: "return { state: 'unseeable', url }",
        put: "throw new Error('no report')",
      },
      {
        file: 'src/background/answer.ts',
        find: "return { state: 'withheld', domain: null, origin: null };",
        put: "throw new Error('no report');",
      },
    ],
  },
  {
    off: 'the badge stays empty',
    fails: ['the toolbar badge counts the numbers at work on the site, and says so'],
    edits: [{ file: 'src/browser/badge.ts', find: 'text: badge.text }', put: "text: '' }" }],
  },
  {
    off: 'the number is copied cut',
    fails: ['the number is copied whole'],
    edits: [{ file: 'src/ui/tag.tsx', find: 'writeText(number)', put: 'writeText(number.slice(0, 8))' }],
  },
  {
    off: 'evidence is not marked',
    fails: ['a line of the record opens to its evidence, with the very value marked'],
    edits: [
      { file: 'src/ui/evidence-table.tsx', find: '<mark>', put: '<b>' },
      { file: 'src/ui/evidence-table.tsx', find: '</mark>', put: '</b>' },
      { file: 'src/ui/address.tsx', find: '<mark>{visible(value)}</mark>', put: '<b>{visible(value)}</b>' },
    ],
  },
  {
    off: 'the ledger forgets which sites it knows',
    fails: ['options list the sites with their numbers, and a diary by day for each'],
    edits: [{ file: 'src/store/report/sites.ts', find: 'site.domain !== ALL_SITES', put: 'site.domain === ALL_SITES' }],
  },
  {
    off: 'the copy button has no name',
    fails: ['popup and options can be used by everybody (axe finds nothing), and no control lies over words'],
    edits: [
      { file: 'src/ui/tag.tsx', find: 'aria-label={words.copy()}', put: '' },
      { file: 'src/ui/tag.tsx', find: 'title={words.copy()}', put: '' },
    ],
  },
  {
    off: 'the popup draws nothing',
    fails: ['popup and options can be looked at, light', 'popup and options can be looked at, dark'],
    edits: [{ file: 'popup/main.tsx', find: 'if (root !== null) render(', put: 'if (root === undefined) render(' }],
  },
  {
    off: 'no room is left for the small mode beside a line',
    fails: ['popup and options can be used by everybody (axe finds nothing), and no control lies over words'],
    edits: [
      {
        file: 'src/ui/outcomes.css',
        find: 'padding-inline-end: calc(8.5rem + var(--space-3));',
        put: 'padding-inline-end: 1rem;',
      },
    ],
  },
  {
    off: 'visits without cookies have them, and what they tell does not count',
    fails: [
      'get another number each, where it is one: two requests without cookies, of which nothing is recorded or stored',
      'get the very same, where everybody does: it is no number any more, and stays under Block',
      'are set nothing where a script writes it, or where only another address does, and the popup says so',
      'are set nothing at the address a redirect led to, and nothing that is not stored can be tried',
    ],
    edits: [
      {
        file: 'src/browser/visit-without-cookies.ts',
        find: "credentials: 'omit',",
        put: "credentials: 'include',",
      },
      {
        file: 'src/background/control/try-without-cookies.ts',
        find: "if (tried !== 'another' && tried !== 'same') return tried;",
        put: "if (trial.address !== '') return 'unclear';",
      },
    ],
  },
];
