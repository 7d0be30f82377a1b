import { WITHOUT } from '../layers.ts';
import type { SwitchedOff } from './change.ts';

/** What the behaviours of control test. */
export const OF_CONTROL: readonly SwitchedOff[] = [
  {
    ...WITHOUT.anything,
    fails: [
      'where everything works, it is prevented, and said to be',
      'blocked, the shop meets a newcomer with each page, and the popup says how many numbers it gave and none kept',
      'blocked, a background that is killed before each page lets no number be kept',
      'in a private window Block holds too, and leaves nothing on disk',
      'a number that another company keeps for several sites has one fate: blocked on one, it is sent from none',
      'a number that was just blocked goes with the response that wakes the background, and after a restart',
    ],
    failsAll: [
      'blocked a number given by',
      'reset a number given by',
      'asked first a number given by',
      'blocked before the first visit no more requests carried',
    ],
  },
  {
    off: 'what is undecided is blocked, and Allow is no choice',
    fails: ['undecided again, the shop’s number is kept again'],
    failsAll: ['undecided, then allowed a number given by'],
    edits: [
      {
        file: 'src/core/decide.ts',
        find: "const may = party === 'first' ? undecided.first : undecided.third;",
        put: "const may = party === 'first' || party === 'third' ? ('block' as typeof undecided.first) : undecided.third;",
      },
      {
        file: 'src/core/decide.ts',
        find: 'return site === undefined ? []',
        put: "return site === undefined || site.choice.mode === 'allow' ? []",
      },
    ],
  },
  {
    off: 'nothing is ever reset',
    fails: [
      'reset once, the shop gives another number, and the popup shows before and after as the log has them',
      'a number that comes back after a reset is said to have come back',
    ],
    failsAll: ['Reset '],
    edits: [
      {
        file: 'src/background/control/resets.ts',
        find: 'await sweep(sweeping, { domain, ledgers: [ledger] }, which);',
        put: 'if (domain.length === 0) await sweep(sweeping, { domain, ledgers: [ledger] }, which);',
      },
    ],
  },
  {
    off: 'logins and carts are numbers like any other',
    fails: [
      'under Block, login, form token and language stay, and an order goes through',
      'under “Ask first”, login, form token and language stay, and an order goes through',
      'under Reset, login, form token and language stay, and an order goes through',
    ],
    failsAll: ['logins as server software keeps them under Block, a login kept by'],
    edits: [
      {
        file: 'src/core/decide.ts',
        find: "if (kind !== 'random-id') return",
        put: "if (kind !== 'random-id' && kind === 'consent') return",
      },
    ],
  },
  {
    off: 'a form token is not known by its name',
    fails: [],
    failsAll: ['logins as server software keeps them what'],
    edits: [{ file: 'src/identify/names.ts', find: "'csrf xsrf csrftoken", put: "'xsrf csrftoken" }],
  },
  {
    off: 'Allow is Block, and logins and carts are numbers like any other',
    fails: ['under Allow, login, form token and language stay, and an order goes through'],
    edits: [
      {
        file: 'src/core/decide.ts',
        find: "if (kind !== 'random-id') return",
        put: "if (kind !== 'random-id' && kind === 'consent') return",
      },
      {
        file: 'src/core/decide.ts',
        find: "  return choice.mode === 'block' && loopAt !== null",
        put: "  if (choice.mode === 'allow') return decisionOf({ mode: 'block' }, { says: 'chosenForSite', domain });\n  return choice.mode === 'block' && loopAt !== null",
      },
    ],
  },
  {
    off: 'a pause pauses nothing',
    fails: [
      'while a site is paused its number is kept, and afterwards not',
      'paused everywhere for an hour, numbers are kept for an hour, and the popup says so',
      'a site that looks broken is loaded again with its number, until one press ends that',
    ],
    edits: [
      {
        file: 'src/core/policy.ts',
        find: '(pause.until === null || pause.until > now)',
        put: '(pause.until === -1 || (pause.until ?? 0) > now + 1e15)',
      },
    ],
  },
  {
    off: 'choices are forgotten with the background',
    fails: [
      'what was chosen for a site and for one of its numbers outlives a restart of the browser',
      'what was chosen holds for tabs that are restored when the browser starts',
    ],
    edits: [
      {
        file: 'src/store/policy.ts',
        find: 'choice === undefined || at === undefined ? undefined : { choice, at,',
        put: 'choice === undefined || at === undefined || at > 0 ? undefined : { choice, at,',
      },
    ],
  },
  {
    off: 'what the person says a value is changes nothing',
    fails: [
      'a number said to be none, by one press, is sent under Block, is in what is saved, and is blocked again once taken back',
      'a login said to be a number goes under Block, after a restart too, and nothing else does; taken back it stays',
      'what a page’s script writes follows what is said: a number said to be none is stored under Block',
      'a value in web storage said to be a number is recorded, and taken out under Block',
    ],
    edits: [
      {
        file: 'src/core/correction.ts',
        find: 'return correctionOf(corrections, identifier)?.is ?? null;',
        put: 'return correctionOf({}, identifier)?.is ?? null;',
      },
    ],
  },
  {
    off: 'what is said is forgotten with the background',
    fails: [
      'a login said to be a number goes under Block, after a restart too, and nothing else does; taken back it stays',
    ],
    edits: [
      {
        file: 'src/store/policy.ts',
        find: "return is === 'number' || is === 'no-number' ?",
        put: "return (is === 'number' || is === 'no-number') && at < 0 ?",
      },
    ],
  },
  {
    off: 'pages are not asked for a value that is said to be a number',
    fails: ['a value in web storage said to be a number is recorded, and taken out under Block'],
    edits: [
      {
        file: 'src/content/watcher.iife.ts',
        find: 'place.origin === window.origin ?',
        put: "place.origin === '' ?",
      },
    ],
  },
  {
    off: 'what is left alone has no reasons in the popup',
    fails: ['every verdict in the popup opens to its reasons and to one press'],
    edits: [{ file: 'src/ui/left-alone.tsx', find: '<ValueFacts of={of} />', put: '' }],
  },
  {
    off: 'what was chosen for one identifier counts for nothing',
    fails: [
      'a login is blocked where that was chosen for the login itself, and nothing else is',
      'one number may be blocked and the others kept, and one kept where the others are blocked',
    ],
    edits: [
      { file: 'src/core/decide.ts', find: 'if (chosen !== undefined) return', put: 'if (chosen?.at === -1) return' },
    ],
  },
  {
    off: 'other companies’ numbers may do what the site’s own may',
    fails: [
      'other companies’ numbers may be blocked by default, and the site’s own stays',
      'a number of another company is held too, and may be asked about alone',
    ],
    edits: [
      {
        file: 'src/core/decide.ts',
        find: "party === 'first' ? undecided.first : undecided.third",
        put: "party === 'first' || party === 'third' ? undecided.first : undecided.third",
      },
    ],
  },
  {
    off: 'a loop is never noticed',
    fails: ['a page that redirects until its number is there is noticed, and then let in with a number for the visit'],
    edits: [{ file: 'src/background/control/loops.ts', find: 'most: 6,', put: 'most: 6000,' }],
  },
  {
    off: 'what was taken is put back without being put back',
    fails: [
      'what Block took away is brought back as it was: value, attributes and partition',
      'one press in the popup brings a number back, and it stays',
      'Allow stores the number that was held, with the site’s own attributes',
    ],
    edits: [
      {
        file: 'src/background/control/bring-back.ts',
        find: 'await putCookie(cookie).catch(refused);',
        put: 'if (cookie.value === "") await putCookie(cookie).catch(refused);',
      },
    ],
  },
  {
    off: 'wiping a site leaves what was chosen for it',
    fails: ['what was chosen for a site is wiped with it'],
    edits: [
      {
        file: 'src/background/control/decisions.ts',
        find: '{ ...NO_POLICY, undecided: policy.undecided } : forgetSite(policy, domain);',
        put: '{ ...NO_POLICY, undecided: policy.undecided } : forgetSite(policy, "no.example" as Domain);',
      },
    ],
  },
  {
    off: 'what is chosen in a private window is kept like any other',
    fails: ['what is chosen in a private window holds there alone, and leaves nothing in the extension’s storage'],
    edits: [
      {
        file: 'src/background/control/policy-keeper.ts',
        find: 'if (!isPrivate) return await policy.change(to);',
        put: 'if (!isPrivate || to !== undefined) return await policy.change(to);',
      },
    ],
  },
];
