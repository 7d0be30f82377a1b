import type { SwitchedOff } from './change.ts';

const OWN_CHOICES = 'src/background/choices/own-choices.ts';
const LYING = 'tells of a shop that stores consent on a refusal, keeps a number too long and counts on';

/** What the behaviours of the person's own choices, and of visits audited, test. */
export const OF_CHOICES: readonly SwitchedOff[] = [
  {
    off: 'what the person presses in a page is not heard',
    fails: [
      'at a site that asks by vanilla is told as it is stored, and so is that they take it back',
      'at a site that asks by tcf is told as it is stored, and so is that they take it back',
    ],
    edits: [
      { file: 'src/content/presses.ts', find: 'if (!event.isTrusted) return;', put: 'if (event.type !== "") return;' },
    ],
  },
  {
    off: 'nobody looks what is stored after a press',
    fails: ['at a site that asks by klaro is told as it is stored, and so is that they take it back'],
    edits: [
      {
        file: 'src/background/choices/looks.ts',
        find: 'async () => await look(page, { since, last })',
        put: 'async () => void (await Promise.resolve([look, since, last]))',
      },
    ],
  },
  {
    off: 'of several buttons that say the same each is for everything',
    fails: ['among purposes at a site that asks by tarteaucitron is told as it is stored'],
    edits: [
      {
        file: 'src/content/presses.ts',
        find: "return alike.length > 1 ? 'choose' : means;",
        put: "return alike.length > 1e9 ? 'choose' : means;",
      },
    ],
  },
  {
    off: 'what is stored without a press is not told',
    fails: ['tells of a shop that stores consent where nobody presses anything'],
    edits: [
      {
        file: OWN_CHOICES,
        find: "type: 'choice-stored', records: after, ...declared",
        put: "type: 'choice-found', records: after",
      },
    ],
  },
  {
    off: 'what a site declares is not read',
    fails: [LYING],
    edits: [{ file: 'src/consent/declared.ts', find: 'times.length === 1 ?', put: 'times.length === 1e9 ?' }],
  },
  {
    off: 'a number that is looked at anew was there before the visit',
    fails: [LYING],
    edits: [{ file: 'src/store/fold/visit.ts', find: ' || isFoundAgain(row, moment)', put: '' }],
  },
  {
    off: 'what addresses say of consent is not read',
    fails: [LYING],
    edits: [
      {
        file: 'src/consent/stated-in-request.ts',
        find: 'return stated(url.slice(0, LONGEST_URL).matchAll(PARAMETERS));',
        put: 'return stated(url.slice(0, 0).matchAll(PARAMETERS));',
      },
    ],
  },
  {
    off: 'a refusal blocks nothing',
    fails: ['keeps a shop’s number from it, though the shop sets it again, until it is accepted'],
    edits: [
      {
        file: 'src/background/choices/block-refused.ts',
        find: 'if (!(await settings()).blocks) return;',
        put: 'if ((await settings()).blocks) return;',
      },
    ],
  },
  {
    off: 'a refusal blocks what a shop needs to work, too',
    fails: ['leaves what a shop needs to work'],
    edits: [
      {
        file: 'src/background/choices/block-refused.ts',
        find: 'ended !== null || !refused.has(verdict.purpose) || !isOfThisSite(party, identifier)',
        put: 'ended !== null || !isOfThisSite(party, identifier)',
      },
    ],
  },
  {
    off: 'a visit does not know that Global Privacy Control was sent',
    fails: ['tells of a shop that takes no notice of Global Privacy Control'],
    edits: [{ file: 'src/store/fold/visit.ts', find: 'gpcSince: row.gpcSince ?? at,', put: 'gpcSince: row.gpcSince,' }],
  },
  {
    off: 'a withdrawal is not told from a refusal',
    fails: ['tells of a shop that keeps counting after consent was taken back'],
    edits: [
      {
        file: 'src/consent/audit/choices.ts',
        find: "first.leave === 'refused' && isWithdrawal",
        put: "first.leave === 'granted' && isWithdrawal",
      },
    ],
  },
];
