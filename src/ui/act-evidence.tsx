import type { Identifier } from '#core/identifier.ts';
import type { Act, ActLine } from '#core/outcome.ts';
import type { ComponentChildren } from 'preact';
import { figure, fullDay } from './amounts.ts';
import { outcomeSays } from './act-told.tsx';
import { Basis } from './basis.tsx';
import { becauseText } from './because.tsx';
import { rawText } from './event-evidence.tsx';
import { Marker, Row, Table } from './evidence-table.tsx';
import { StoredIn } from './number-facts.tsx';
import { Setter } from './setter.tsx';
import { actWords } from './words-acts.ts';
import { words } from './words.ts';
import { language } from './say.ts';

function whenText(at: number): string {
  return `${fullDay(at)}, ${new Intl.DateTimeFormat(language(), { timeStyle: 'medium' }).format(at)}`;
}

function Stored({ number, identifier }: { readonly number: string; readonly identifier: Identifier }) {
  return (
    <>
      <Row name={words.evidenceNumber()}>
        <code>
          <Marker value={number} />
        </code>
      </Row>
      <Row name={words.factStored()}>
        <StoredIn identifier={identifier} />
      </Row>
    </>
  );
}

function rows(act: Act): ComponentChildren {
  switch (act.type) {
    case 'chosen':
      return act.identifier === null ? null : (
        <Row name={words.factStored()}>
          <StoredIn identifier={act.identifier} />
        </Row>
      );
    case 'corrected':
      return (
        <Row name={words.factStored()}>
          <StoredIn identifier={act.identifier} />
        </Row>
      );
    case 'paused':
    case 'resumed':
    case 'loop':
      return null;
    case 'enforced':
      return (
        <>
          <Stored number={act.number} identifier={act.identifier} />
          <Row name={words.factSetBy()}>
            <Setter by={act.setBy} />
          </Row>
          <Row name={actWords.why()}>{becauseText(act.decision.because)}</Row>
          <Row name={actWords.outcome()}>{outcomeSays(act)}</Row>
          {act.outcome.is !== 'prevented' && <Row name={actWords.requests()}>{figure(act.outcome.carriedBy)}</Row>}
        </>
      );
    case 'came-back':
    case 'brought-back':
      return <Stored number={act.number} identifier={act.identifier} />;
  }
}

/** How it is known: the person pressed, or a fresh look found it. */
function basisText({ type }: Act): string {
  switch (type) {
    case 'chosen':
    case 'corrected':
    case 'paused':
    case 'resumed':
      return actWords.byYou();
    case 'loop':
    case 'enforced':
    case 'came-back':
    case 'brought-back':
      return actWords.lookedUp();
  }
}

/** What stands behind one act: the number, where it was, why, and what a fresh look found; raw last. */
export function ActEvidence({
  of,
  children,
}: {
  readonly of: ActLine;
  /** The site, where it is not the page's own. */
  readonly children?: ComponentChildren;
}) {
  return (
    <div class="evidence">
      <Table>
        <Row name={actWords.when()}>{whenText(of.at)}</Row>
        {children !== undefined && <Row name={actWords.site()}>{children}</Row>}
        {rows(of.act)}
      </Table>
      <p>
        <Basis how="measured" says={basisText(of.act)} />
      </p>
      <details>
        <summary>{words.raw()}</summary>
        <pre class="raw" tabIndex={0}>
          {rawText(of)}
        </pre>
      </details>
    </div>
  );
}
