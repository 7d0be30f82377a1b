import type { SwitchedOff } from './change.ts';

/** What the behaviours of following and of naming test. */
export const OF_FOLLOWING: readonly SwitchedOff[] = [
  {
    off: 'numbers are looked for as they are alone',
    fails: ['is found in twelve forms, at four companies, over two sites'],
    edits: [
      {
        file: 'src/follow/needles.ts',
        find: 'for (const needle of needlesOf(number)) {',
        put: 'for (const needle of needlesOf(number).slice(0, 1)) {',
      },
    ],
  },
  {
    off: 'what resembles a number is taken for it',
    fails: ['is not claimed in 1,000 requests that hold what resembles it'],
    edits: [
      {
        file: 'src/follow/needles.ts',
        find: 'return !isAlphanumeric(text.charCodeAt(start - 1)) && !isAlphanumeric(text.charCodeAt(end));',
        put: 'return start <= end;',
      },
    ],
  },
  {
    off: 'nobody is told where a link came from',
    fails: ['in a link is told with the site that it came from'],
    edits: [
      {
        file: 'src/observe/pages.ts',
        find: 'return site === undefined || site === domain || !isDecorated ? {} : { from: site };',
        put: 'return site === undefined || isDecorated ? {} : { from: site };',
      },
    ],
  },
  {
    off: 'nothing that is typed is told',
    fails: [
      'is told by its kinds once it is submitted, and no value of it is kept',
      'and only left in a field is told as that',
      'to sign in is a sign-in, under the number that is at work',
      'is seen doing it, and whoever got their e-mail or phone, by whatever rule, is named',
    ],
    edits: [
      {
        file: 'src/content/fields/given.ts',
        find: 'if (given.kinds.length > 0) report(',
        put: 'if (given.kinds.length > 99) report(',
      },
    ],
  },
  {
    off: 'what was typed is told again as it is alone',
    fails: ['is seen doing it, and whoever got their e-mail or phone, by whatever rule, is named'],
    edits: [
      {
        file: 'src/follow/writings.ts',
        find: 'return [...new Map([...clear, ...hashed].map(',
        put: 'return [...new Map([...clear, ...hashed.slice(0, 0)].map(',
      },
    ],
  },
  {
    off: 'whatever address stands in a request is the person’s',
    fails: ['is not taken for somebody whose address stands in the page'],
    edits: [
      {
        file: 'src/observe/people.ts',
        find: 'findsContacts((writing) => table.get(digestOfSalted(kept.salt, writing))),',
        put: 'findsContacts((writing) => table.get(digestOfSalted(kept.salt, writing)) ?? [...table.values()][0]),',
      },
    ],
  },
  {
    off: 'the whole value around a number is kept',
    fails: ['has nothing of what they typed kept on the disk'],
    edits: [
      {
        file: 'src/identify/kept-value.ts',
        find: 'if (value === number) return value;',
        put: 'if (value.length > 0) return value;',
      },
    ],
  },
  {
    off: 'coming back from where one signed in is no news',
    fails: ['is seen doing it, and whoever got their e-mail or phone, by whatever rule, is named'],
    edits: [
      {
        file: 'src/observe/requests.ts',
        find: 'if (at === null) return;',
        put: 'if (at !== undefined) return;',
      },
    ],
  },
];
