import type { SwitchedOff } from './change.ts';

/** What the behaviours of numbers and of the record test. */
export const OF_THE_RECORD: readonly SwitchedOff[] = [
  {
    off: 'cookie changes are not listened to',
    fails: [
      'the number shown is the number in the shop’s log',
      'a number that FingerprintJS computes is the same again after a reset',
    ],
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
    off: 'what is sent on is not noticed',
    fails: ['is one from the moment a page sends it on to somebody else, which is its reason'],
    edits: [
      {
        file: 'src/observe/handed-on.ts',
        find: 'if (!found.has(number) || own.has(number)) continue;',
        put: 'if (found.size > -1 || own.has(number)) continue;',
      },
    ],
  },
  {
    off: 'numbers are told without reasons',
    fails: [],
    failsAll: ['a visitor’s number of the SDK of'],
    edits: [{ file: 'src/store/report/numbers.ts', find: '[...before, ...seen]', put: 'before.slice(0, 0)' }],
  },
  {
    off: 'what came after a reset is not remembered',
    fails: ['a number that FingerprintJS computes is the same again after a reset'],
    edits: [
      { file: 'src/store/report/evidence.ts', find: 'if (returned.has(row.key)) {', put: 'if (returned.size < 0) {' },
    ],
  },
  {
    off: 'everything in web storage is taken for a number',
    fails: [],
    failsAll: ['no number is found where none is sent, with the SDK of'],
    edits: [
      {
        file: 'src/content/web-storage.ts',
        find: 'const verdict = identify(evidence);',
        put: "const verdict = { ...identify(evidence), kind: 'random-id' as const };",
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
        find: 'siteOf(origin) === topSite ? null : { topLevelSite: topSite };',
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
        find: 'cookies: sentCookies(watching, request, seen.cookies)',
        put: 'cookies: sentCookies(watching, request, seen.cookies).slice(0, 0)',
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
    off: 'what comes with the answer to a sign-in is not noticed',
    fails: [
      'a random cookie that comes with the answer to a password is a login, and nothing of the password is kept',
      'a random cookie that a script posted for after a password was typed is a login where no script can read it, else a number',
      'a random cookie that comes as a person is sent back by who signed them in is a login',
      'under Block, a random cookie lasts where it came with the answer to a password, and no number beside it is kept',
    ],
    edits: [
      {
        file: 'src/identify/identify.ts',
        find: 'if (signIn && !says.visitor &&',
        put: 'if (signIn && !says.visitor && evidence.name.length > 1e9 &&',
      },
    ],
  },
  {
    off: 'everything that a script posts for signs in',
    fails: ['a random cookie that comes without a password is a number'],
    edits: [{ file: 'src/observe/sign-ins.ts', find: 'cameBack ||\n    typed', put: 'from > 0 ||\n    typed' }],
  },
];
