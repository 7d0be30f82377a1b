import type { ComponentChildren } from 'preact';
import { becauseText } from './because.tsx';
import { outcomeText } from './act-says.tsx';
import { day } from './amounts.ts';
import type { EnforcedLine } from './enforced.ts';
import { Icon } from './icon.tsx';
import { useNow } from './now.ts';
import { NumberCut, NumberWhole } from './number.tsx';
import { StoredIn } from './number-facts.tsx';
import { Picture } from './picture.tsx';
import { Setter } from './setter.tsx';
import { ShortList } from './short-list.tsx';
import { controlWords } from './words-control.ts';
import { words } from './words.ts';

const SHOWN = 3;

function Row({ name, children }: { readonly name: string; readonly children: ComponentChildren }) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td>{children}</td>
    </tr>
  );
}

/** What stands behind one outcome: the number, where it was stored, by whom, what became of it, and why. */
function EnforcedEvidence({ of: { act } }: { readonly of: EnforcedLine }) {
  const { outcome } = act;
  return (
    <div class="evidence">
      <table class="evidence-table">
        <tbody>
          <Row name={words.factNumber()}>
            <NumberWhole value={act.number} />
          </Row>
          <Row name={controlWords.factPlace()}>
            <StoredIn identifier={act.identifier} />
          </Row>
          <Row name={words.factSetBy()}>
            <Setter by={act.setBy} />
          </Row>
          <Row name={controlWords.factOutcome()}>
            {outcomeText(outcome)}
            <small>
              {outcome.is === 'prevented' || outcome.carriedBy === 0
                ? controlWords.carriedByNone()
                : controlWords.carriedIt(outcome.carriedBy)}
            </small>
          </Row>
          <Row name={controlWords.factBecause()}>{becauseText(act.decision.because)}</Row>
        </tbody>
      </table>
    </div>
  );
}

function LastOne({ of }: { readonly of: EnforcedLine }) {
  const now = useNow();
  return (
    <li class="other" data-outcome={of.act.outcome.is}>
      <details>
        <summary>
          <Picture of={of.act.number} size="s" />
          <span class="other-says">
            <span>
              <b>{outcomeText(of.act.outcome)}</b> <span class="soft small">{day(of.at, now)}</span>
            </span>
            <NumberCut value={of.act.number} />
          </span>
          <Icon name="right" />
        </summary>
        <EnforcedEvidence of={of} />
      </details>
    </li>
  );
}

/** Numbers that were not to be kept, newest first, each with what became of it. */
export function LastOnes({ of }: { readonly of: readonly EnforcedLine[] }) {
  return (
    <ShortList
      of={of}
      show={SHOWN}
      kind="last-ones"
      more={words.moreNumbers}
      entry={(line) => <LastOne key={line.key} of={line} />}
    />
  );
}
