/** One change of the source that switches a thing off, and the behaviours that must fail then. */
export interface SwitchedOff {
  readonly off: string;
  readonly fails: readonly string[];
  /** Each text must be there, once or more, or the table is out of date. */
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[];
}

/**
 * What each end-to-end behaviour tests, switched off. `npm run switched-off` builds the extension with each of these
 * changes and runs the behaviours named in real Chromium and Firefox: every one of them has to fail.
 */
export const SWITCHED_OFF: readonly SwitchedOff[] = [
  {
    off: 'cookie changes are not listened to',
    fails: ['the number shown is the number in the shop’s log'],
    edits: [
      {
        file: 'src/background/main.ts',
        find: 'onCookieChanged((change) => observeCookieChange(watching, change));',
        put: 'void [onCookieChanged, observeCookieChange];',
      },
      { file: 'src/observe/requests.ts', find: 'if (await watching.known.note(event)) news.push(event);', put: '' },
    ],
  },
  {
    off: 'the guard does not see who writes',
    fails: ['a number set by the server and one set by a script are told apart, and the script is named'],
    edits: [{ file: 'src/content/guard.iife.ts', find: 'watchWrites(tell);', put: '' }],
  },
  {
    off: 'web storage is not looked at',
    fails: ['a number in local storage is seen'],
    edits: [
      { file: 'src/content/watcher.iife.ts', find: 'if (news) tell(', put: 'if (news && items.length > 1e9) tell(' },
    ],
  },
  {
    off: 'what is gone from local storage is not noted',
    fails: ['a number removed from local storage is no longer at work'],
    edits: [
      {
        file: 'src/observe/watcher.ts',
        find: 'if (keys !== null) events.push(',
        put: 'if (keys === undefined) events.push(',
      },
    ],
  },
  {
    off: 'the whole value is taken for the number, not its identifying part',
    fails: [
      'PostHog’s number for the visitor is the one its collector logged',
      'Snowplow’s number for the visitor is the one its collector logged',
    ],
    edits: [
      {
        file: 'src/store/fold/number-seen.ts',
        find: 'const number = sighting.verdict.token ?? sighting.value;',
        put: 'const number = sighting.value;',
      },
    ],
  },
  {
    off: 'every cookie is taken for the site’s own',
    fails: ['a third party’s number is filed with each site whose page asked it, and is not the site’s own'],
    edits: [
      {
        file: 'src/observe/sighting.ts',
        find: "party: domainOfHost(identifier.host) === domain ? 'first' : 'third',",
        put: "party: domainOfHost(identifier.host) === domain ? 'first' : 'first',",
      },
    ],
  },
  {
    off: 'partitions are not told apart',
    fails: [
      'a number in a frame’s own storage is filed with the page it stands in',
      'partitioned cookies (CHIPS) are seen, one number for each site',
    ],
    edits: [
      {
        file: 'src/observe/watcher.ts',
        find: 'place.site === place.topSite ? null : { topLevelSite: place.topSite };',
        put: 'null;',
      },
      {
        file: 'src/browser/cookies.ts',
        find: 'partition: toPartition(cookie.partitionKey),',
        put: 'partition: toPartition(undefined),',
      },
    ],
  },
  {
    off: 'a new value does not begin a new record',
    fails: ['a number that is replaced begins its own record, and the old one keeps its'],
    edits: [
      {
        file: 'src/store/fold/number-seen.ts',
        find: '(row) => row.identifierKey === key && row.number === number,',
        put: '(row) => row.identifierKey === key,',
      },
    ],
  },
  {
    off: 'the ledger files by scheme too',
    fails: ['http and https of one shop are one site with one number'],
    edits: [
      {
        file: 'src/core/site.ts',
        find: '? domainOfHost(parsed.hostname)\n',
        put: '? ((parsed.protocol + domainOfHost(parsed.hostname)) as Domain)\n',
      },
    ],
  },
  {
    off: 'values are kept whatever their kind',
    fails: ['logins, carts, form tokens and languages are left alone, and their values are not kept'],
    edits: [
      {
        file: 'src/observe/sighting.ts',
        find: "return verdict.kind === 'random-id' ?",
        put: "return verdict.kind !== 'consent' ?",
      },
    ],
  },
  {
    off: 'sections, searches and orders are not read from addresses',
    fails: [
      'sections are as the shop counted them',
      'searches are as the shop has them, word for word',
      'an order is as the shop has it, and shown again is no second one',
    ],
    edits: [
      {
        file: 'src/observe/pages.ts',
        find: 'section: sectionOf(entry.url),',
        put: "section: sectionOf('https://shop.example/'),",
      },
      { file: 'src/observe/pages.ts', find: 'search: searchOf(entry.url),', put: 'search: searchOf(entry.page),' },
      { file: 'src/observe/pages.ts', find: 'order: orderOf(entry.url),', put: 'order: orderOf(entry.page),' },
    ],
  },
  {
    off: 'an order shown again is counted again',
    fails: ['an order is as the shop has it, and shown again is no second one'],
    edits: [
      {
        file: 'src/store/fold/page-visited.ts',
        find: 'return again ? null : event.order;',
        put: 'return again && event.id === null ? null : event.order;',
      },
    ],
  },
  {
    off: 'time is not counted',
    fails: ['time is within a second of what the shop measured, also while out of view'],
    edits: [
      { file: 'src/content/visible-time.ts', find: 'counted += now - since;', put: 'counted += 0 * (now - since);' },
    ],
  },
  {
    off: 'history changes are not seen',
    fails: ['single-page navigation counts as the shop counts it'],
    edits: [{ file: 'src/content/guard.iife.ts', find: 'watchMoves(tell);', put: '' }],
  },
  {
    off: 'all is filed in one month',
    fails: ['visits are counted month by month, across a changed clock and a browser restart'],
    edits: [{ file: 'src/store/fold/file-page.ts', find: 'monthOf(at, calendar)', put: 'monthOf(at * 0, calendar)' }],
  },
  {
    off: 'every page is a visit',
    fails: ['two tabs at once are one visit, and every page of both is recorded'],
    edits: [{ file: 'src/store/fold/file-page.ts', find: 'VISIT_GAP = 30 * 60_000', put: 'VISIT_GAP = 0' }],
  },
  {
    off: 'the record does not outlive the background',
    fails: ['a browser restart continues the same record'],
    edits: [
      {
        file: 'src/store/schema.ts',
        find: 'new Dexie(DATABASE, engine)',
        put: 'new Dexie(`${DATABASE}${performance.timeOrigin}`, engine)',
      },
    ],
  },
  {
    off: 'which cookies a request carried is not worked out',
    fails: ['requests that carried a number are the requests with that cookie in the servers’ logs'],
    edits: [
      {
        file: 'src/observe/requests.ts',
        find: 'cookies: sentCookies(watching, request, seen.cookies),',
        put: 'cookies: sentCookies(watching, request, seen.cookies).slice(0, 0),',
      },
    ],
  },
  {
    off: 'cookies are taken to cross sites always',
    fails: ['a third party’s cookie that the browser keeps out is not said to be sent'],
    edits: [
      {
        file: 'src/core/carried.ts',
        find: 'return request.topSite === asked || rules.thirdPartyCookies;',
        put: 'return request.topSite === asked || rules.thirdPartyCookies !== undefined;',
      },
      { file: 'src/observe/requests.ts', find: 'header: seen.cookies,', put: 'header: null,' },
      {
        file: 'src/observe/requests.ts',
        find: 'sentCookies(watching, request, seen.cookies)',
        put: 'sentCookies(watching, request, null)',
      },
    ],
  },
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
      { file: 'src/ui/event-evidence.tsx', find: '<mark>', put: '<b>' },
      { file: 'src/ui/event-evidence.tsx', find: '</mark>', put: '</b>' },
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
    fails: ['popup and options can be used by everybody (axe finds nothing)'],
    edits: [
      { file: 'src/ui/tag.tsx', find: 'aria-label={words.copy()}', put: '' },
      { file: 'src/ui/tag.tsx', find: 'title={words.copy()}', put: '' },
    ],
  },
  {
    off: 'the popup draws nothing',
    fails: ['popup and options can be looked at, light', 'popup and options can be looked at, dark'],
    edits: [{ file: 'popup/main.tsx', find: 'render(', put: 'void (' }],
  },
];
