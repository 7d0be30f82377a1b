import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { breachesOf, LIBRARIES, librariesBroughtBy, linesOf, median, readSources, ROOMS } from './architecture.ts';

const ROOT = join(import.meta.dirname, '..');
const FOLDERS = ['src', 'popup', 'options'];
const sources = readSources(ROOT, FOLDERS);
const rooms = Object.keys(ROOMS);

/** A file's path in a room. */
function fileIn(room: string): string {
  return room === 'popup' || room === 'options' ? `${room}/planted.ts` : `src/${room}/planted.ts`;
}

describe('the house', () => {
  it('is looked at as a whole: every room that has files, and every file', () => {
    const seen = new Set(sources.map(({ path }) => path.replace(/^src\//u, '').split('/')[0]));
    expect(sources.length).toBeGreaterThan(100);
    expect([...seen].filter((room) => room !== undefined && !rooms.includes(room))).toEqual([]);
    expect(seen).toContain('popup');
  });

  it('keeps to the table of who may import whom, and to its other rules', () => {
    expect(sources.flatMap((source) => breachesOf(source))).toEqual([]);
  });

  it('brings into every page no library but the one for the browser, least of all the list of public suffixes', () => {
    const scripts = sources.map(({ path }) => path).filter((path) => /^src\/content\/.*\.iife\.ts$/u.test(path));
    // The engine that answers banners comes into pages only where the person wants that.
    const always = scripts.filter((path) => path !== 'src/content/banner.iife.ts');
    const brought = always.flatMap((path) => [...librariesBroughtBy(path, sources)]);
    expect(scripts).toContain('src/content/watcher.iife.ts');
    expect([...librariesBroughtBy('src/content/banner.iife.ts', sources)].toSorted()).toEqual([
      '@duckduckgo/autoconsent',
      'webextension-polyfill',
    ]);
    expect([...new Set(brought)]).toEqual(['webextension-polyfill']);
    expect(librariesBroughtBy('src/background/main.ts', sources)).toContain('tldts-experimental');
  });

  it('has no file over 300 lines, and half of them under 100', () => {
    const long = sources.filter((source) => linesOf(source) > 300).map(({ path }) => path);
    expect(long).toEqual([]);
    expect(median(sources.map(linesOf))).toBeLessThan(100);
  });

  it('has names that say what is inside, also among tests and tools', () => {
    const named = readSources(ROOT, ['test', 'tools']).map(({ path }) => ({ path, text: '' }));
    const breaches = named.flatMap((source) => breachesOf(source)).filter((breach) => breach.includes('does not say'));
    expect(breaches).toEqual([]);
  });
});

describe('a planted import', () => {
  const forbidden = rooms.flatMap((room) =>
    rooms
      .filter((other) => other !== room && !ROOMS[room]?.rooms.includes(other))
      .map((other) => [room, other] as const),
  );

  it.each(forbidden)('of %s is caught: %s', (room, other) => {
    const breaches = breachesOf({ path: fileIn(room), text: `import { x } from '#${other}/x.ts';\nconsole.log(x);` });
    expect(breaches).toEqual([`${fileIn(room)}: ${room} may not import ${other}`]);
  });

  it.each(rooms.flatMap((room) => (ROOMS[room]?.rooms ?? []).map((other) => [room, other] as const)))(
    'of %s is no breach where it is allowed: %s',
    (room, other) => {
      expect(breachesOf({ path: fileIn(room), text: `import { x } from '#${other}/x.ts';\nconsole.log(x);` })).toEqual(
        [],
      );
    },
  );

  it.each(Object.keys(LIBRARIES))('of the library %s is caught outside its place', (library) => {
    const path = library.startsWith('webext') ? 'src/store/planted.ts' : 'src/browser/planted.ts';
    expect(breachesOf({ path, text: `import x from '${library}';\nconsole.log(x);` })).toHaveLength(1);
  });

  it.each([
    ['a type', `import type { X } from '#store/x.ts';\nconst x: X = 1;`],
    ['passing on', `export * from '#store/x.ts';\nconst x = 1;`],
    ['passing on by name', `export { x } from '#store/x.ts';\nconst y = 1;`],
    ['for its effect', `import '#store/x.ts';`],
    ['later', `const x = await import('#store/x.ts');`],
    ['in a type', `type X = import('#store/x.ts').X;`],
    ['by a name made up later', `const where = '#store/x.ts';\nconst x = import(where);`],
    ['over the fence', `import { x } from '../store/x.ts';\nconsole.log(x);`],
    ['far over the fence', `import { x } from '../../src/store/x.ts';\nconsole.log(x);`],
    ['of a library nobody knows', `import x from 'lodash';\nconsole.log(x);`],
  ])('is caught in every form: %s', (_, text) => {
    expect(breachesOf({ path: 'src/ui/planted.tsx', text })).toHaveLength(1);
  });

  it('of a type is allowed where only types are', () => {
    const types = `import type { X } from '#messages/x.ts';\nexport const x: X = 1;`;
    expect(breachesOf({ path: 'src/observe/planted.ts', text: types })).toEqual([]);
  });

  it('is caught in a file on disk', () => {
    const root = mkdtempSync(join(tmpdir(), 'known-as-planted-'));
    try {
      mkdirSync(join(root, 'src/core/deep'), { recursive: true });
      writeFileSync(
        join(root, 'src/core/deep/planted.ts'),
        `import { x } from '#browser/cookies.ts';\nexport const y = x;\n`,
      );
      expect(readSources(root, ['src']).flatMap((source) => breachesOf(source))).toEqual([
        'src/core/deep/planted.ts: core may not import browser',
      ]);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});

describe('a pure room', () => {
  it.each([
    'Date.now()',
    'new Date()',
    'Math.random()',
    'crypto.randomUUID()',
    'performance.now()',
    'document.title',
    'localStorage.length',
    'fetch("/")',
    'setTimeout(f, 1)',
    'Promise.resolve(1)',
    'async () => 1',
    'chrome',
  ])('may not use %s', (text) => {
    const expression = text === 'chrome' ? 'chrome.cookies' : text;
    expect(breachesOf({ path: 'src/identify/planted.ts', text: `export const x = ${expression};` })).not.toEqual([]);
  });

  it('may read a date that it is given', () => {
    expect(
      breachesOf({ path: 'src/core/planted.ts', text: 'export const x = (at: number) => new Date(at).getDay();' }),
    ).toEqual([]);
  });
});

describe('other rules', () => {
  it('a file that only passes on is caught', () => {
    expect(
      breachesOf({ path: 'src/core/all.ts', text: `export * from './site.ts';\nexport { x } from './x.ts';` }),
    ).toHaveLength(1);
  });

  it.each(['fetch("/")', 'globalThis.fetch("/")', 'new XMLHttpRequest()', 'navigator.sendBeacon("/")'])(
    'a network request is made in two files alone: %s',
    (text) => {
      const source = `export const x = ${text};`;
      expect(breachesOf({ path: 'src/background/planted.ts', text: source })).toHaveLength(1);
      expect(breachesOf({ path: 'src/browser/visit-without-cookies.ts', text: source })).toEqual([]);
      expect(breachesOf({ path: 'src/browser/ask-for-gpc.ts', text: source })).toEqual([]);
    },
  );

  it.each(['src/core/utils.ts', 'src/browser/helpers/cookies.ts', 'popup/index.tsx', 'src/store/ledger-service/x.ts'])(
    '%s',
    (path) => {
      const isEmpty = !path.includes('ledger-service');
      expect(breachesOf({ path, text: 'export const x = 1;' })).toHaveLength(isEmpty ? 1 : 0);
    },
  );
});
