import { isList, type Json } from '#core/json.ts';
import { find, type Layers } from '../hit/layers.ts';
import { asText, milliseconds, type Taken } from '../hit/take.ts';
import type { HitKind, OpenHit, Vendor } from '../hit/vendor.ts';

/** What is recorded is a list of its time, its sort by number, and its values. These are the sorts that are read. */
const DIMENSION = 1;
const CUSTOM = 24;
const VARIABLE = 34;

/** Dimensions, by their numbers. */
const URL = 1;
const REFERRER = 2;
const TITLE = 3;

/** All of one sort, and at which place each stands. */
function recorded(
  found: Json | undefined,
  sort: number,
): readonly { readonly at: number; readonly row: readonly Json[] }[] {
  if (!isList(found)) return [];
  return found.flatMap((row, at) => (isList(row) && row[1] === sort ? [{ at, row }] : []));
}

/** Dimensions and variables are told as names and values in turn; a value is a text, or a list of texts. */
function valueOf(found: Json, sort: number, name: number | string): string | undefined {
  for (const { row } of recorded(found, sort)) {
    const at = row.findIndex((one, index) => index >= 2 && index % 2 === 0 && one === name);
    const value = at === -1 ? undefined : row[at + 1];
    const text = asText((isList(value) ? value[0] : value) ?? null);
    if (text !== undefined) return text;
  }
  return undefined;
}

function dimension(number: number): Taken<string> {
  return { at: 'a', take: (found) => valueOf(found, DIMENSION, number) };
}

/** As the site calls the person. Clarity hashes it before it is sent, and says of what sort it was; it once did not. */
const USER: Taken<string> = {
  at: 'a',
  take: (found) => {
    const user = valueOf(found, VARIABLE, 'userId');
    return user?.includes('@') === true ? undefined : user;
  },
};

/** The recording is one event, and each that the site named itself is another. One name alone stands as its value. */
function events({ layers }: OpenHit): readonly Layers[] {
  const custom = recorded(find(layers, 'a')?.value, CUSTOM).map(({ at, row }): Layers => [
    { part: 'body', at: `a.${at}`, value: { name: row[2] ?? null } },
  ]);
  return [[], ...custom];
}

const UPLOAD: Omit<HitKind, 'when'> = {
  events,
  name: ['name'],
  unnamed: 'recording',
  deeds: { recording: 'recording' },
  roles: {
    visitor: ['e.5'],
    session: ['e.6'],
    user: [USER],
    account: ['e.4'],
    // Early versions tell the address once a page, among the dimensions.
    page: ['e.11', dimension(URL)],
    referrer: [dimension(REFERRER)],
    title: [dimension(TITLE)],
    seconds: [milliseconds('e.3')],
  },
  personal: {
    email: [{ at: 'a', take: (found) => (valueOf(found, VARIABLE, 'userType') === 'email' ? 'hashed' : undefined) }],
  },
  // Two pages that open at once take the same number.
  once: ['e.4', 'e.5', 'e.6', 'e.7', 'e.1', 'e.2'],
  stream: ['e.3'],
};

/**
 * Microsoft Clarity, by clarity-js. The list `e` is the envelope: version, sequence, start, duration, project, user,
 * session, number of the page, whether by beacon, whether the last, platform, address.
 * @see https://github.com/microsoft/clarity/tree/master/packages/clarity-js
 */
export const CLARITY: Vendor = {
  id: 'clarity',
  name: 'Microsoft Clarity',
  hosts: ['clarity.ms'],
  hits: [
    {
      when: {
        body: { 'e.0': /^\d+\.\d+\.\d+/u, 'e.1': /^\d+$/u, 'e.4': true, 'e.5': true, 'e.6': true, 'e.9': /^[01]$/u },
      },
      ...UPLOAD,
    },
    { when: { host: 'own', path: /\/collect$/u }, ...UPLOAD },
    {
      // Matches the visitor with Microsoft's own number for the browser.
      when: { host: 'own', path: /^\/c\.gif$/u },
      unnamed: 'sync',
      deeds: { sync: 'sync' },
      roles: { visitor: ['MUID'] },
    },
  ],
};
