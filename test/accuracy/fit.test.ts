import { describe, expect, it } from 'vitest';
import { CLASSES, resemblance } from '#identify/model.ts';
import { crossValidate, judgeBy, modelOf } from './cross-validate.ts';
import { fit, type Example } from './fit.ts';
import { type LabelledCookie, parseLabelled } from './labelled.ts';

/** Ten of each class, told apart by one feature; all share another. */
const EXAMPLES: readonly Example[] = CLASSES.flatMap((is) =>
  Array.from({ length: 10 }, () => ({ is, features: ['party:first', `sign:${is}`] })),
);

describe('a model', () => {
  it('learns what tells classes apart', () => {
    const model = fit(EXAMPLES);
    for (const is of CLASSES) expect(resemblance(model, [`sign:${is}`]).class).toBe(is);
    expect(resemblance(model, ['sign:analytics']).by).toEqual(['sign']);
  });

  it('is the same for the same examples, in any order', () => {
    const model = fit(EXAMPLES);
    expect(fit(EXAMPLES)).toEqual(model);
    expect(fit(EXAMPLES.toReversed())).toEqual(model);
  });

  it('takes no notice of what only two have', () => {
    const rare: Example = { is: 'analytics', features: ['sign:rare'] };
    expect(fit([...EXAMPLES, rare, rare])).not.toHaveProperty('sign:rare');
  });
});

function cookiesOf(site: string, purpose: string): readonly LabelledCookie[] {
  const lines = Array.from({ length: 6 }, (_, at) => {
    const seen = [{ value: `seen-${at}`, expiry: 3600, session: false, http_only: false }];
    return JSON.stringify({ site: `https://${site}/`, name: `mark${at}`, domain: site, purpose, seen });
  });
  return parseLabelled(lines.join('\n')).cookies;
}

describe('cross-validation', () => {
  const sites = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight'].map((name) => `${name}.example`);
  const cookies = sites.flatMap((site, at) => cookiesOf(site, at === 0 ? 'advertising' : 'analytics'));

  it('judges each cookie once', () => {
    const { named, renamed } = crossValidate(cookies);
    expect(named).toHaveLength(cookies.length);
    expect(renamed).toHaveLength(cookies.length);
    expect(new Set(named.map(({ evidence }) => evidence))).toEqual(new Set(cookies.map(({ evidence }) => evidence)));
  });

  it('judges a site by models that never saw it', () => {
    const own = crossValidate(cookies).named.filter(({ site }) => site === 'one.example');
    // What this site alone declares cannot be known; a model that saw it would.
    expect(own.map(({ verdict }) => verdict.purpose)).toEqual(own.map(() => 'analytics'));
    const alone = cookies.filter(({ site }) => site === 'one.example');
    const seen = judgeBy(modelOf(alone));
    expect(alone.map(({ evidence }) => seen(evidence).purpose)).toEqual(alone.map(() => 'advertising'));
  });
});
