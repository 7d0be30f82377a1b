import type { Domain } from '#core/site.ts';
import type { Evidence, Verdict } from '#core/verdict.ts';
import { featuresOf } from '#identify/features.ts';
import { identify } from '#identify/identify.ts';
import type { Model } from '#identify/model.ts';
import { isOpen, withPurpose } from '#identify/purpose.ts';
import { fit, type Example } from './fit.ts';
import type { LabelledCookie } from './labelled.ts';
import { classOf, type Judged, renamed } from './measure.ts';

const FOLDS = 10;

function exampleOf({ evidence, purpose }: LabelledCookie): Example | null {
  const verdict = identify(evidence);
  return isOpen(verdict) ? { features: featuresOf(evidence, verdict), is: classOf(purpose) } : null;
}

/**
 * The model that labelled cookies give. It learns from those alone whose purpose neither format nor name says, and from
 * all of them once more under names that mean nothing, lest it trust in names.
 */
export function modelOf(cookies: readonly LabelledCookie[]): Model {
  return fit([...cookies, ...renamed(cookies)].flatMap((cookie) => exampleOf(cookie) ?? []));
}

/** A cookie's verdict by a model. */
export function judgeBy(model: Model): (evidence: Evidence) => Verdict {
  return (evidence) => withPurpose(identify(evidence), evidence, model);
}

/** Sites dealt out to folds, the same ones every time: by a hash of their name, so that neighbours come apart. */
function foldOf(site: Domain): number {
  let hash = 0x81_1c_9d_c5;
  for (const byte of new TextEncoder().encode(site)) hash = Math.imul(hash ^ byte, 0x01_00_01_93);
  return (hash >>> 0) % FOLDS;
}

/** Cookies judged by models that never saw their site, as they are and under other names. */
export interface CrossJudged {
  readonly named: readonly Judged[];
  readonly renamed: readonly Judged[];
}

/** Judges each site's cookies by a model of the other folds' sites. */
export function crossValidate(cookies: readonly LabelledCookie[]): CrossJudged {
  const under = renamed(cookies);
  const named: Judged[] = [];
  const others: Judged[] = [];
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const judge = judgeBy(modelOf(cookies.filter(({ site }) => foldOf(site) !== fold)));
    const judged = (list: readonly LabelledCookie[]): readonly Judged[] =>
      list
        .filter(({ site }) => foldOf(site) === fold)
        .map((cookie) => ({ ...cookie, verdict: judge(cookie.evidence) }));
    named.push(...judged(cookies));
    others.push(...judged(under));
  }
  return { named, renamed: others };
}
