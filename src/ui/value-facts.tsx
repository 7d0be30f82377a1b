import type { LeftAlone } from '#core/report.ts';
import { fullDay } from './amounts.ts';
import { Correct } from './correct.tsx';
import { Row, Table } from './evidence-table.tsx';
import { TakenFor } from './taken-for.tsx';
import { StoredIn } from './number-facts.tsx';
import { Reasons } from './reasons.tsx';
import { TryVisits } from './try.tsx';
import { whyWords } from './words-why.ts';
import { words } from './words.ts';

/** How long a value that is left alone stays. */
export function stays({ expires, identifier }: Pick<LeftAlone, 'expires' | 'identifier'>): string {
  if (expires === 'never') return words.keptNever();
  if (expires === 'session') return identifier.area === 'session-storage' ? words.keptTab() : words.keptSession();
  return words.keptUntil(fullDay(expires));
}

/** Why a value is taken for what it is and left alone, and the one press against that. */
export function ValueFacts({ of }: { readonly of: LeftAlone }) {
  return (
    <div class="evidence">
      <Table>
        <Row name={whyWords.factKind()}>
          <TakenFor of={of} said={of.control.said} />
        </Row>
        <Row name={words.factPurpose()}>{words.purpose[of.purpose]()}</Row>
        <Row name={words.factStored()}>
          <StoredIn identifier={of.identifier} />
        </Row>
        <Row name={words.factLasts()}>{stays(of)}</Row>
        <Row name={whyWords.factReasons()}>
          <Reasons of={of.reasons} />
        </Row>
      </Table>
      <Correct identifier={of.identifier} said={of.control.said} isNumber={false} />
      {of.control.said === null && <TryVisits of={of} />}
    </div>
  );
}
