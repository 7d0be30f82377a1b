import type { SwitchedOff } from './change.ts';

/** What the behaviours of consent banners test. */
export const OF_BANNERS: readonly SwitchedOff[] = [
  {
    off: 'nothing is pressed in a banner',
    fails: [
      'of klaro is refused as the person wants, and what the site stored is read back',
      'is refused and read back beside throwing interfaces',
      'is refused and read back beside silent interfaces',
      'at a site that asks by tcf is told as the site stored it, byte for byte',
      'at a site that asks by gpp is told as the site stored it, byte for byte',
    ],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: "type: wanted.is === 'accept' ? 'optIn' : 'optOut'",
        put: "type: 'selfTest'",
      },
    ],
  },
  {
    off: 'a banner is answered again and again',
    fails: ['that stands there again for ever is answered once'],
    edits: [{ file: 'src/background/banners/banners.ts', find: 'now() - last.at < AGAIN', put: 'now() < AGAIN' }],
  },
  {
    off: 'what was chosen for the banners of one site counts everywhere',
    fails: ['is answered on the one site that the person chose it for, and on no other'],
    edits: [
      {
        file: 'src/core/banner.ts',
        find: 'const mode = sites[domain];',
        put: 'const mode = sites[domain] ?? Object.values(sites)[0];',
      },
    ],
  },
  {
    off: 'banners are answered where they are only to be noted',
    fails: ['is left alone until the person wants otherwise, and noted where they want that'],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: "const answers = wanted.is !== 'tell' && !payOrAccept;",
        put: 'const answers = !payOrAccept;',
      },
    ],
  },
  {
    off: 'a banner is to be accepted by rules that do not know how',
    fails: ['of vanilla is accepted on the one site where that was chosen'],
    edits: [
      { file: 'src/background/banners/engine.ts', find: "if (mode === 'accept') {", put: "if (mode === 'leave') {" },
    ],
  },
  {
    off: 'banners may be accepted on all sites',
    fails: ['is never accepted for all sites'],
    edits: [
      { file: 'src/core/banner.ts', find: 'if (!BANNER_MODES.includes(mode)) return settings;', put: '' },
      {
        file: 'src/core/banner.ts',
        find: 'modeIn(everyone, BANNER_MODES)',
        put: 'modeIn(everyone, SITE_BANNER_MODES)',
      },
    ],
  },
  {
    off: 'a banner’s purposes are not chosen, but refused',
    fails: [
      'of vanilla leaves the chosen purposes on, and nothing else',
      'of klaro leaves the chosen purposes on, and nothing else',
      'of tarteaucitron leaves the chosen purposes on, and nothing else',
      'of orejime leaves the chosen purposes on, and nothing else',
    ],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: "if (wanted.is === 'some' && wanted.purposes.length > 0) {",
        put: "if (wanted.is === 'leave') {",
      },
    ],
  },
  {
    off: 'it is not said that a banner’s purposes could not be chosen',
    fails: ['is refused where purposes cannot be chosen, and that is said'],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: 'refusedInstead: chosen === null',
        put: 'refusedInstead: false',
      },
    ],
  },
  {
    off: 'banners of nobody’s are not looked for',
    fails: ['of the site’s own making is refused by its button, and the page scrolls again'],
    edits: [
      { file: 'src/background/banners/engine.ts', find: "{ ...CONFIG, heuristicMode: 'reject' }", put: 'CONFIG' },
    ],
  },
  {
    off: 'banners of nobody’s are looked for wherever banners are',
    fails: ['of the site’s own making is not touched where it is only to be told of'],
    edits: [{ file: 'src/background/banners/engine.ts', find: "mode === 'refuse' ?", put: "mode !== 'leave' ?" }],
  },
  {
    off: 'a page that a banner locked stays locked',
    fails: [
      'of the site’s own making is refused by its button, and the page scrolls again',
      'that can only be hidden no longer keeps the page from scrolling',
    ],
    edits: [{ file: 'src/background/banners/banners.ts', find: "step: 'free'", put: "step: 'note'" }],
  },
  {
    off: 'a banner that asks to pay or to accept is not known',
    fails: ['that asks to pay or to accept is named, and nothing in it is pressed'],
    edits: [{ file: 'src/content/banner.iife.ts', find: 'engine.rules.push(PAY_OR_ACCEPT);', put: '' }],
  },
  {
    off: 'a form’s own fields stand for what is asked of it',
    fails: ['that asks to pay or to accept in a form that hides it is named, and nothing in it is pressed'],
    edits: [
      {
        file: 'src/content/fields/taken.ts',
        find: 'return [...(node instanceof Element ? querySelectorAll : findAllInDocument).call(node, selector)];',
        put: 'return [...node.querySelectorAll(selector)];',
      },
    ],
  },
  {
    off: 'what is paid for and what accepts may stand anywhere on a page',
    fails: ['beside a checkout does not ask to pay or to accept'],
    edits: [
      {
        file: 'src/content/banner/wall.ts',
        find: 'whole ?? bannerAround(button)',
        put: "whole ?? findIn(page, bannerAround(button) === null ? 'html' : 'body')",
      },
    ],
  },
  {
    off: 'a page with a banner is waited for, whatever it does',
    fails: ['on a page that stops its own clock is answered all the same'],
    edits: [
      {
        file: 'src/background/choices/look-back.ts',
        find: "within(PATIENCE_WITH_FRAMES, runFunction({ tabId, frameId: 0 }, 'page', liveAnswers, [PATIENCE, LONGEST]))",
        put: "runFunction({ tabId, frameId: 0 }, 'page', liveAnswers, [PATIENCE, LONGEST])",
      },
    ],
  },
  {
    off: 'what cannot be read after a banner is passed over',
    fails: ['beside a consent string of 64 KB is not said to be refused'],
    edits: [
      {
        file: 'src/consent/receipt.ts',
        find: "if (after.some(({ problem }) => problem !== null)) return 'unreadable';",
        put: '',
      },
    ],
  },
  {
    off: 'a banner is looked for in the page alone',
    fails: ['in a frame of another site is answered there'],
    edits: [{ file: 'src/background/banners/own-rules.ts', find: 'runContext: { main: true, frame: true },', put: '' }],
  },
  {
    off: 'nothing that an answer to a banner stored is taken back',
    fails: [
      'of vanilla is taken back in one press, and the banner is the person’s',
      'of klaro is taken back in one press, and the banner is the person’s',
    ],
    edits: [{ file: 'src/background/banners/undo.ts', find: 'await takeAway(tab, stored);', put: '' }],
  },
  {
    off: 'a banner is answered once more as soon as its answer was taken back',
    fails: ['of osano is taken back in one press, and the banner is the person’s'],
    edits: [
      { file: 'src/background/banners/undo.ts', find: 'await met.leaveAlone(tab.id, { domain, at: now() });', put: '' },
    ],
  },
  {
    off: 'a site’s banner is left alone for ever once an answer was taken back',
    fails: ['is answered anew when the tab comes back from another site'],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: 'if (left !== undefined && left.domain !== domain) await mets.leaveAlone(tabId, null);',
        put: '',
      },
    ],
  },
  {
    off: 'an answer to a banner is said to be taken back where nothing was done',
    fails: ['is not said to be taken back where no page of the site is open'],
    edits: [
      {
        file: 'src/background/banners/undo.ts',
        find: "if (tab === undefined) return 'not-open';",
        put: "if (tab === undefined) return 'undone';",
      },
    ],
  },
  {
    off: 'the card does not tell of the banner',
    fails: ['is a line in the card that tells of the site’s number, and no second card'],
    edits: [{ file: 'src/background/telling.ts', find: '...bannerIn(site, now),', put: '' }],
  },
  {
    off: 'what the page’s own interfaces answer is not asked for',
    fails: [
      'at a site that asks by tcf is told as the site stored it, byte for byte',
      'at a site that asks by gpp is told as the site stored it, byte for byte',
    ],
    edits: [
      {
        file: 'src/background/choices/look-back.ts',
        find: 'const [tcf, gpp, usp] = live ?? [];',
        put: 'const [tcf, gpp, usp] = live === null ? [] : ([] as (string | null)[]);',
      },
    ],
  },
];
