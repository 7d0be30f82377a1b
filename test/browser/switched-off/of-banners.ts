import type { SwitchedOff } from './change.ts';

/** What the behaviours of consent banners test. */
export const OF_BANNERS: readonly SwitchedOff[] = [
  {
    off: 'nothing is pressed',
    fails: [
      'of klaro is refused as the person wants, and what the site stored is read back',
      'at a site that asks by tcf is told as the site stored it, byte for byte',
      'at a site that asks by gpp is told as the site stored it, byte for byte',
    ],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: "await say(place, { type: 'optOut' });",
        put: "await say(place, { type: 'selfTest' });",
      },
    ],
  },
  {
    off: 'a banner is answered again and again',
    fails: ['that stands there again for ever is answered once'],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: "last.mode === 'refuse' && now() - last.at < AGAIN",
        put: "last.mode === 'refuse' && now() < AGAIN",
      },
    ],
  },
  {
    off: 'what was chosen for one site counts everywhere',
    fails: ['is answered on the one site that the person chose it for, and on no other'],
    edits: [
      {
        file: 'src/core/banner.ts',
        find: 'return sites[domain] ?? everyone;',
        put: 'return sites[domain] ?? Object.values(sites)[0] ?? everyone;',
      },
    ],
  },
  {
    off: 'banners are answered where they are only to be noted',
    fails: ['is left alone until the person wants otherwise, and noted where they want that'],
    edits: [
      {
        file: 'src/background/banners/banners.ts',
        find: "if (mode === 'tell' || isAgain) {",
        put: 'if (isAgain) {',
      },
    ],
  },
  {
    off: 'what the page’s own interfaces answer is not asked for',
    fails: [
      'at a site that asks by tcf is told as the site stored it, byte for byte',
      'at a site that asks by gpp is told as the site stored it, byte for byte',
    ],
    edits: [
      {
        file: 'src/background/banners/look-back.ts',
        find: 'const [tcf, gpp, usp] = live ?? [];',
        put: 'const [tcf, gpp, usp] = live === null ? [] : ([] as (string | null)[]);',
      },
    ],
  },
];
