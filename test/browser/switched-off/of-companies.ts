import type { SwitchedOff } from './change.ts';

/** What the behaviours of companies test. */
export const OF_COMPANIES: readonly SwitchedOff[] = [
  {
    off: 'companies are not taken to know a number again on another site',
    fails: [
      'with one cookie for all sites is said to know the person by it on each, and can be found by the keyboard alone',
    ],
    edits: [
      {
        file: 'src/store/report/companies.ts',
        find: 'function nodeOf({ number, identifier }: NumberRow): Node {\n  return `${identifier.store} ${number}`;',
        put: 'function nodeOf({ number, identifier, domain }: NumberRow): Node {\n  return `${identifier.store} ${number} ${domain}`;',
      },
    ],
  },
  {
    off: 'companies are taken to join all that they know',
    fails: ['whose cookies the browser keeps apart is said not to be able to join the sites by them'],
    edits: [
      {
        file: 'src/store/report/companies.ts',
        find: 'return `${identifier.store} ${number}`;',
        put: 'return `${identifier.store} ${number.length * 0}`;',
      },
    ],
  },
  {
    off: 'companies are not taken to know the person where they got another site’s number',
    fails: ['that got one site’s number there and on another is said to know the person on both'],
    edits: [
      {
        file: 'src/store/report/companies.ts',
        find: 'all.flatMap(({ site, on }) => [site, ...on])',
        put: 'all.flatMap(({ site, on }) => [site, ...on.slice(0, 0)])',
      },
    ],
  },
];
