import { hostOf, type Identifier, nameOf } from '#core/identifier.ts';
import type { SiteActLine } from '#core/control.ts';
import type { Choice } from '#core/mode.ts';
import type { Act } from '#core/outcome.ts';
import type { Domain } from '#core/site.ts';
import type { ComponentChildren } from 'preact';
import { clockOrDay, duration, figure } from './amounts.ts';
import { belongsTo } from './known.ts';
import { useNow } from './now.ts';
import { Given, HostName, NumberCut } from './number.tsx';
import { resetText } from './rhythm.tsx';
import { actWords } from './words-acts.ts';
import { whyWords } from './words-why.ts';
import { words } from './words.ts';

type Of<Type extends Act['type']> = Extract<Act, { type: Type }>;

const SECOND = 1000;

/** A short time to the millisecond, a longer one as people say it. */
export function shortTime(milliseconds: number): string {
  if (milliseconds >= SECOND) return duration(milliseconds);
  return actWords.milliseconds(figure(Math.round(milliseconds)));
}

function choseForSite(choice: Choice | null, site: ComponentChildren): ComponentChildren {
  switch (choice?.mode) {
    case undefined:
      return actWords.undecided(site);
    case 'allow':
      return actWords.allowed(site);
    case 'block':
      return actWords.blocked(site);
    case 'reset':
      return actWords.resetChosen(site, choice === null ? '' : resetText(choice.rhythm));
  }
}

function Name({ of }: { readonly of: Identifier }) {
  return (
    <code class="number">
      <Given text={nameOf(of)} />
    </code>
  );
}

function choseForThis(choice: Choice | null, identifier: Identifier, site: ComponentChildren): ComponentChildren {
  const name = <Name of={identifier} />;
  switch (choice?.mode) {
    case undefined:
      return actWords.asSite(name, site);
    case 'allow':
      return actWords.allowedThis(name, site);
    case 'block':
      return actWords.blockedThis(name, site);
    case 'reset':
      return actWords.resetThis(name, site, choice === null ? '' : resetText(choice.rhythm));
  }
}

/** What a fresh look found of a number that was not to be kept. */
export function outcomeSays({ decision, outcome, met }: Of<'enforced'>): string {
  switch (outcome.is) {
    case 'failed':
      return actWords.still();
    case 'prevented':
      return decision.verdict === 'hold' ? actWords.heldBack() : actWords.notKept();
    case 'removed': {
      const after = shortTime(outcome.afterMs);
      // One kept from before was there for as long as it was: that is no measure of us.
      if (met === 'kept') return decision.verdict === 'reset' ? actWords.replaced() : actWords.removed();
      if (decision.verdict === 'reset') return actWords.replacedAfter(after);
      return decision.verdict === 'hold' ? actWords.heldAfter(after) : actWords.removedAfter(after);
    }
  }
}

/** Requests that carried it all the same; of one that was never stored there is nothing to say. */
function carriedText({ outcome }: Of<'enforced'>): string | null {
  if (outcome.is === 'prevented') return null;
  return outcome.carriedBy === 0 ? actWords.carriedNone() : actWords.carried(outcome.carriedBy);
}

/** Who gave the number: the site itself, or another on it. */
function giver(identifier: Identifier, domain: Domain): { readonly own: boolean; readonly who: ComponentChildren } {
  return { own: belongsTo(identifier, domain), who: <HostName of={hostOf(identifier)} /> };
}

function enforced(act: Of<'enforced'>, domain: Domain, site: ComponentChildren): ComponentChildren {
  const { own, who } = giver(act.identifier, domain);
  const carried = carriedText(act);
  const given = own ? actWords.given(site) : actWords.givenOn(who, site);
  const had = own ? actWords.had(site) : actWords.hadOn(who, site);
  return (
    <>
      {act.met === 'given' ? given : had} {outcomeSays(act)}
      {carried !== null && <small>{carried}</small>}
      <small>
        <NumberCut value={act.number} />
      </small>
    </>
  );
}

function Numbered({ says, number }: { readonly says: ComponentChildren; readonly number: string }) {
  return (
    <>
      {says}
      <small>
        <NumberCut value={number} />
      </small>
    </>
  );
}

/** One act in a plain sentence; `here`: on the site's own page, where it need not be named. */
export function ActTold({
  of,
  domain,
  here = false,
}: {
  readonly of: Act;
  readonly domain: Domain;
  readonly here?: boolean;
}) {
  const now = useNow();
  const site = here ? actWords.thisSite() : <HostName of={domain} />;
  switch (of.type) {
    case 'chosen':
      return of.identifier === null ? (
        <>{choseForSite(of.choice, site)}</>
      ) : (
        <>{choseForThis(of.choice, of.identifier, site)}</>
      );
    case 'corrected': {
      const name = <Name of={of.identifier} />;
      return <>{of.is === null ? whyWords.toldTakenBack(name, site) : whyWords.told[of.is](name, site)}</>;
    }
    case 'paused':
      if (of.why === 'broken') return <>{actWords.broken(site)}</>;
      return <>{of.until === null ? actWords.paused(site) : actWords.pausedUntil(site, clockOrDay(of.until, now))}</>;
    case 'resumed':
      return <>{actWords.resumed(site)}</>;
    case 'loop':
      return <>{actWords.loop(site)}</>;
    case 'enforced':
      return <>{enforced(of, domain, site)}</>;
    case 'came-back': {
      const { own, who } = giver(of.identifier, domain);
      return <Numbered says={own ? actWords.cameBack(site) : actWords.cameBackOn(who, site)} number={of.number} />;
    }
    case 'brought-back': {
      const { own, who } = giver(of.identifier, domain);
      const whose = own ? site : who;
      return (
        <Numbered says={of.restored ? actWords.broughtBack(whose) : actWords.broughtNot(whose)} number={of.number} />
      );
    }
  }
}

/** What became of them all: they have the same verdict and the same outcome. */
function outcomesSay(acts: readonly Of<'enforced'>[]): string {
  const [first] = acts;
  switch (first?.outcome.is) {
    case undefined:
      return '';
    case 'prevented':
      return first?.decision.verdict === 'hold' ? actWords.allHeld() : actWords.noneKept();
    case 'removed': {
      const times = acts.map(({ outcome }) => (outcome.is === 'removed' ? outcome.afterMs : 0));
      return actWords.allRemoved(shortTime(Math.max(...times)));
    }
    case 'failed':
      return actWords.allStill();
  }
}

/** Several numbers from one giver that came to the same end, in one sentence. */
export function ActsTold({ of, here }: { readonly of: readonly SiteActLine[]; readonly here: boolean }) {
  const acts = of.flatMap(({ act }) => (act.type === 'enforced' ? [act] : []));
  const [first] = acts;
  const domain = of[0]?.domain;
  if (first === undefined || domain === undefined) return null;
  const { own, who } = giver(first.identifier, domain);
  const site = here ? actWords.thisSite() : <HostName of={domain} />;
  const numbers = <b class="nowrap">{words.numbers(acts.length)}</b>;
  const carried = acts.reduce((sum, { outcome }) => sum + (outcome.is === 'prevented' ? 0 : outcome.carriedBy), 0);
  return (
    <>
      {own ? actWords.manyGiven(numbers, site) : actWords.manyGivenOn(numbers, who, site)} {outcomesSay(acts)}
      {first.outcome.is !== 'prevented' && (
        <small>{carried === 0 ? actWords.carriedNoneOf() : actWords.carriedOf(carried)}</small>
      )}
    </>
  );
}
