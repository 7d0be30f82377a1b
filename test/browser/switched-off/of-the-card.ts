import type { SwitchedOff } from './change.ts';

/** What the behaviours of the card in a page test. */
export const OF_THE_CARD: readonly SwitchedOff[] = [
  {
    off: 'the card does not mind what the person is at',
    fails: [
      'the card waits while the person types, and while a form is begun',
      'a card already shown steps aside when the person begins to type',
    ],
    edits: [{ file: 'src/card/open.tsx', find: '(busy) => (busy ? hide() : show())', put: '() => show()' }],
  },
  {
    off: 'no press on the card is taken for a person’s',
    fails: [
      'a person’s press is the answer, and then the card is gone',
      'a press through something that lies over the card is no answer, where the browser tells',
    ],
    edits: [{ file: 'src/card/press.ts', find: 'return event.isTrusted &&', put: 'return event.timeStamp < 0 &&' }],
  },
  {
    off: 'the card does not hear Escape',
    fails: ['Escape puts the card away, and the focus stays where it was'],
    edits: [{ file: 'src/card/open.tsx', find: "event.key !== 'Escape'", put: "event.key !== 'F20'" }],
  },
  {
    off: 'the card’s root is open',
    fails: ['a page’s script reads nothing of the card and presses nothing in it'],
    edits: [{ file: 'src/card/place.ts', find: "mode: 'closed'", put: "mode: 'open'" }],
  },
  {
    off: 'the card’s host has no say over the page’s styles',
    fails: ['a page’s styles do not touch the card, nor its policy about styles'],
    edits: [{ file: 'src/card/paper.ts', find: ' !important', put: '' }],
  },
  {
    off: 'any field that holds words is a form begun',
    fails: ['on a shop’s own page the search field does not keep the card away'],
    edits: [{ file: 'src/card/person.ts', find: 'input.value !== input.defaultValue', put: "input.value !== ''" }],
  },
  {
    off: 'nobody is told anything',
    fails: [
      'Block on the card is carried out, and the popup says so',
      'Allow on the card of a held number stores that very number',
      'a site is told of once, and no more than so many a day',
    ],
    edits: [
      {
        file: 'src/background/notices.ts',
        find: 'if (domains === null || domains.includes(domain)) await tell(tab, domain, settings);',
        put: 'if (domains?.length === -1) await tell(tab, domain, settings);',
      },
    ],
  },
  {
    off: 'everybody is told again and again',
    fails: ['a site is told of once, and no more than so many a day'],
    edits: [
      {
        file: 'src/background/notices.ts',
        find: 'await keepTold(onDisk, noteTold(before, { domain, at: control.now(), calendar }));',
        put: 'toldOf.clear();',
      },
    ],
  },
];
