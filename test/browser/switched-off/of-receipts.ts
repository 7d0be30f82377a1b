import type { SwitchedOff } from './change.ts';

/** What the behaviours of receipts on paper and in files, and of how banners are answered without code of elsewhere, test. */
export const OF_RECEIPTS: readonly SwitchedOff[] = [
  {
    off: 'texts on paper lose their first sign',
    fails: ['is a page to print, with each text as the site stored it, byte for byte'],
    edits: [{ file: 'options/receipt-sheet.tsx', find: '<bdi>{shown}</bdi>', put: '<bdi>{shown.slice(1)}</bdi>' }],
  },
  {
    off: 'a file of receipts has one site alone',
    fails: ['is saved with what the site stored, of one site and of all, and those of all stand on one page'],
    edits: [
      {
        file: 'src/store/report/receipts.ts',
        find: 'of: rows.map(siteReceipt)',
        put: 'of: rows.slice(1).map(siteReceipt)',
      },
    ],
  },
  {
    off: 'the page of all receipts leaves one out',
    fails: ['is saved with what the site stored, of one site and of all, and those of all stand on one page'],
    edits: [
      {
        file: 'src/store/report/receipts.ts',
        find: '.slice(0, LATEST.receipts)',
        put: '.slice(1, LATEST.receipts)',
      },
    ],
  },
  {
    off: 'rules for banners are asked for elsewhere',
    fails: ['the extension asks for nothing from anywhere'],
    edits: [
      {
        file: 'src/background/banners/engine.ts',
        find: 'const compact = (await rulesIn(compactRules)) as Compact;',
        put: "void fetch('https://planted.example/rules').catch(() => null);\n  const compact = (await rulesIn(compactRules)) as Compact;",
      },
    ],
  },
  {
    off: 'a text is made code for banners',
    fails: ['has the engine for banners, its rules and every other script with nothing in them that runs a text'],
    edits: [
      {
        file: 'src/background/banners/engine.ts',
        find: 'export async function rulesFor(',
        put: "setTimeout(() => new Function('')());\nexport async function rulesFor(",
      },
    ],
  },
];
