import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { textUses } from '#ui/say.ts';
import '#ui/words.ts';
import '#ui/words-acts.ts';
import '#ui/words-card.ts';
import '#ui/words-companies.ts';
import '#ui/words-control.ts';
import '#ui/words-followed.ts';
import '#ui/words-banner.ts';
import '#ui/words-given.ts';
import '#ui/words-gpc.ts';
import '#ui/words-visit.ts';
import '#ui/words-options.ts';
import '#ui/words-receipt.ts';
import '#ui/words-told.ts';
import '#ui/words-why.ts';
import { TEXTS } from './english.ts';

/** The forms a counted text needs in English. */
const FORMS = new Intl.PluralRules('en').resolvedOptions().pluralCategories;

function keysOf({ key, counted }: { readonly key: string; readonly counted: boolean }): readonly string[] {
  return counted ? FORMS.map((form) => `${key}_${form}`) : [key];
}

/** The places (`$1`) a message has, in order and once each. */
function placesIn(message: string): readonly number[] {
  const found = [...message.matchAll(/\$(\d)/gu)].map(([, place]) => Number(place));
  return [...new Set(found)].sort((a, b) => a - b);
}

function textOf(folder: string): string {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|tsx)$/u.test(name))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n');
}

/** What is named outside the views: in the manifest, and by the background where it writes the badge. */
const OUTSIDE =
  readFileSync('manifest.json', 'utf8') +
  ['background', 'browser', 'observe', 'store'].map((room) => textOf(join('src', room))).join('\n');

describe('the texts', () => {
  test.each(textUses().flatMap((use) => keysOf(use).map((key) => [key, use.places.length] as const)))(
    '%s exists, and has a place for each thing it is given',
    (key, places) => {
      const message = TEXTS[key]?.message;
      expect(message, `_locales/en has no ${key}`).toBeTypeOf('string');
      const wanted = Array.from({ length: places }, (_, index) => index + 1);
      const has = placesIn(message ?? '');
      const form = key.endsWith('_one') && has.length === 0;
      expect(form ? wanted : has).toEqual(wanted);
    },
  );

  test('none is there that nobody uses', () => {
    const used = new Set(textUses().flatMap(keysOf));
    const unused = Object.keys(TEXTS).filter((key) => {
      const stem = key.replace(/_(?:zero|one|two|few|many|other)$/u, '');
      return !used.has(key) && !OUTSIDE.includes(`__MSG_${key}__`) && !OUTSIDE.includes(stem);
    });
    expect(unused.filter((key) => !key.startsWith('badgeTitle'))).toEqual([]);
  });

  test('none shouts, and none takes sides', () => {
    const words = Object.values(TEXTS).map(({ message }) => message);
    expect(
      words.filter((message) => /!|\b(?:tracker|spy|spies|threat|stolen|protected|safe)\b/iu.test(message)),
    ).toEqual([]);
  });
});
