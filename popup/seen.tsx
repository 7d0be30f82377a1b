import type { ControlReport } from '#core/control.ts';
import type { NumberReport, TabReport } from '#core/report.ts';
import { type BringsBack, canComeBack, TakenNumbers, useBringBack } from '#ui/bring-back.tsx';
import { Undoing } from '#ui/banner.tsx';
import { Correcting } from '#ui/correct.tsx';
import { Corrections } from '#ui/corrections.tsx';
import { Decision } from '#ui/decide.tsx';
import { Block } from '#ui/fact.tsx';
import { useNow } from '#ui/now.ts';
import { Outcomes, OutcomesLine } from '#ui/outcomes.tsx';
import { LoopNotice, PauseNotice } from '#ui/pause.tsx';
import { hasNumber } from '#ui/standing.ts';
import { Notices } from '#ui/states.tsx';
import { LastTried, Trying, useTries } from '#ui/try.tsx';
import { controlWords } from '#ui/words-control.ts';
import { whyWords } from '#ui/words-why.ts';
import type { Acts } from './acts.ts';
import { BlockedLast, BlockedLead } from './blocked.tsx';
import { EmptyLead, EmptyRest } from './empty.tsx';
import { Foot } from './foot.tsx';
import { Gpc } from './gpc.tsx';
import { HeldNumbers } from './held.tsx';
import { JustDone } from './just-done.tsx';
import { KnownLead, KnownParts, OtherNumbers, Recorded, Rest, Why } from './known.tsx';
import { usePresses } from './presses.ts';
import { Earlier, ReplacedFacts, ReplacedLead } from './replaced.tsx';
import { VisitParts } from './visit.tsx';
import { ownNumbers, type View, viewOf } from './view-of.ts';

type SeenReport = Extract<TabReport, { state: 'seen' }>;

function LeadOf({ view, of }: { readonly view: View; readonly of: SeenReport }) {
  switch (view.is) {
    case 'held':
      return (
        <>
          <h1 class="lead-name">{controlWords.heldHead()}</h1>
          <HeldNumbers of={of.site} />
        </>
      );
    case 'blocked':
      return <BlockedLead of={of.site} />;
    case 'replaced':
      return <ReplacedLead old={view.old} now={view.now} />;
    case 'known':
      return <KnownLead of={view.main} />;
    case 'empty':
      return <EmptyLead of={of.site} />;
  }
}

/** The number of the site's own that the opening shows; the month is told under it alone. */
function shownNumber(view: View, of: SeenReport): NumberReport | null {
  switch (view.is) {
    case 'known':
      return view.main;
    case 'replaced':
      return view.now;
    case 'blocked':
      return ownNumbers(of.site)[0] ?? null;
    case 'held':
    case 'empty':
      return null;
  }
}

/** What goes before everything else: a pause, a loop, a fault of ours. */
function Before({
  of,
  resume,
  fault,
}: {
  readonly of: ControlReport;
  readonly resume: () => void;
  readonly fault: string | null;
}) {
  const loopAt = of.chosen?.loopAt ?? null;
  return (
    <>
      {of.pause !== null && <PauseNotice of={of.pause} resume={resume} />}
      {loopAt !== null && <LoopNotice at={loopAt} />}
      {fault !== null && (
        <p class="notice" role="alert">
          {controlWords.notDone(fault)}
        </p>
      )}
    </>
  );
}

/** What came of the choice, in the form that goes with the opening. */
function AfterLead({
  view,
  of,
  acts,
  back,
}: {
  readonly view: View;
  readonly of: SeenReport;
  readonly acts: Acts;
  readonly back: BringsBack;
}) {
  const { site } = of;
  switch (view.is) {
    case 'blocked':
      return (
        <>
          <Outcomes of={site} />
          <BlockedLast of={site} openPage={acts.openPage} />
        </>
      );
    case 'replaced':
      return (
        <>
          <ReplacedFacts of={site} old={view.old} now={view.now} back={back} />
          <Earlier of={site} old={view.old} />
        </>
      );
    case 'held':
    case 'known':
    case 'empty':
      return <OutcomesLine of={site} />;
  }
}

/** A site that may be looked at: what it knows the person by, what they decided, and what came of it. */
export function Seen({ of, acts }: { readonly of: SeenReport; readonly acts: Acts }) {
  const { site, watched } = of;
  const { control } = site;
  const view = viewOf(site, useNow());
  const { does, fault, busy } = usePresses(site, acts);
  const back = useBringBack(does.bringBack);
  const tries = useTries(site.domain, does.tryWithoutCookies);
  const main = shownNumber(view, of);
  const others = site.numbers.filter((number) => number !== main);
  const taken = canComeBack(control.taken, back).filter(
    ({ number }) => view.is !== 'replaced' || number !== view.old.number,
  );
  return (
    <Correcting.Provider value={does.correct}>
      <Trying.Provider value={site.private ? null : tries}>
        <Undoing.Provider value={does.undoBanner}>
          <main class="popup-body" aria-busy={busy}>
            <section class="lead-block">
              <Before of={control} resume={does.resume} fault={fault} />
              <LeadOf view={view} of={of} />
              <Notices watched={watched} inPrivate={site.private} overflowed={site.overflowed} />
              <Decision of={site} does={does} explained={hasNumber(site) !== 'none'} />
              {main !== null && <Why of={main} />}
            </section>
            {view.is !== 'held' && control.held.length > 0 && (
              <Block id="held" head={controlWords.heldHead()}>
                <HeldNumbers of={site} />
              </Block>
            )}
            <AfterLead view={view} of={of} acts={acts} back={back} />
            {taken.length > 0 && (
              <Block id="taken" head={controlWords.takenHead()}>
                <TakenNumbers of={taken} does={back} />
              </Block>
            )}
            <VisitParts of={site} />
            {main !== null && main === site.numbers[0] && (
              <KnownParts of={site} main={main} showMonth={acts.showMonth} />
            )}
            {view.is !== 'empty' && (main !== null || site.events.length > 0) && (
              <Recorded of={site} openPage={acts.openPage} />
            )}
            {others.length > 0 && <OtherNumbers of={others} choose={does.chooseForThis} />}
            <Gpc of={of.gpc} inPrivate={site.private} does={does} />
            {view.is === 'empty' ? (
              <EmptyRest of={site} choose={does.chooseForThis} />
            ) : (
              <Rest of={site} choose={does.chooseForThis} />
            )}
            <section class="block" aria-labelledby="said" hidden={site.corrections.length === 0}>
              <div class="block-head">
                <h2 id="said">{whyWords.saidHead()}</h2>
              </div>
              <Corrections of={site.corrections} />
            </section>
            <JustDone of={control} />
            <LastTried of={tries.last} />
          </main>
        </Undoing.Provider>
        <Foot of={control} does={does} />
      </Trying.Provider>
    </Correcting.Provider>
  );
}
