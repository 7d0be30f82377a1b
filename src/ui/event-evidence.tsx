import { GivenEvidence } from './given.tsx';
import type { EventLine } from '#core/report.ts';
import { AddressLine, type Marked } from './address.tsx';
import { durationExactly } from './amounts.ts';
import { BannerEvidence } from './banner.tsx';
import { Basis } from './basis.tsx';
import { visible } from './hostile.ts';
import { useKnown } from './known.ts';
import { ContactRows } from './passed-on.tsx';
import { Given, NumberWhole } from './number.tsx';
import { StoredIn } from './number-facts.tsx';
import { resourceText } from './request-says.tsx';
import { lasts, Setter } from './setter.tsx';
import { CarriedRows } from './carried-rows.tsx';
import { Marker, Row, Table } from './evidence-table.tsx';
import { Told } from './told-evidence.tsx';
import { words } from './words.ts';

type Of<Type extends EventLine['type']> = Extract<EventLine, { type: Type }>;

/** The number a page's event was filed under: the site's. */
function FiledUnder() {
  const { main } = useKnown();
  return main === null ? null : (
    <Row name={words.evidenceFiled()}>
      <code>
        <Marker value={main} />
      </code>
    </Row>
  );
}

function Visit({ of }: { readonly of: Of<'visit'> }) {
  return (
    <>
      <AddressLine address={of.address} />
      <Table>
        {of.title !== '' && (
          <Row name={words.evidencePage()}>
            <Given text={of.title} />
          </Row>
        )}
        <Row name={words.evidenceSection()}>{of.section === '' ? words.frontPage() : <Given text={of.section} />}</Row>
        <Row name={words.evidenceTime()}>{durationExactly(of.milliseconds)}</Row>
        <FiledUnder />
      </Table>
      <p>
        <Basis how="measured" says={words.basisVisit()} />
      </p>
    </>
  );
}

function Search({ of }: { readonly of: Of<'search'> }) {
  return (
    <>
      <AddressLine address={of.address} marked={[{ parameter: of.parameter, value: of.term }]} />
      <Table>
        <Row name={<code>{visible(of.parameter)}</code>}>
          <Marker value={of.term} /> <small>{words.evidenceTyped()}</small>
        </Row>
        <FiledUnder />
      </Table>
      <p>
        <Basis how="stated" says={words.basisAddress()} />
      </p>
    </>
  );
}

function Order({ of }: { readonly of: Of<'order'> }) {
  return (
    <>
      <AddressLine address={of.address} />
      <Table>
        {of.reference !== null && (
          <Row name={words.evidenceReference()}>
            <Marker value={of.reference} />
          </Row>
        )}
        <FiledUnder />
      </Table>
      <p>
        <Basis how="inferred" says={words.fromConfirmation()} />
      </p>
    </>
  );
}

function Request({ of }: { readonly of: Of<'request'> }) {
  const marked: readonly Marked[] = of.carried.flatMap(({ parameter, number }) =>
    parameter === null ? [] : [{ parameter, value: number }],
  );
  const inCookies = of.carried.every(({ as }) => as === 'cookie');
  return (
    <>
      <AddressLine method={of.method} address={of.address} marked={marked} />
      <Table>
        <Row name={words.evidenceAsked()}>{resourceText(of.resource)}</Row>
        <CarriedRows of={of.carried} />
        <ContactRows of={of.contacts} />
      </Table>
      <p>
        <Basis how={inCookies ? 'inferred' : 'stated'} says={inCookies ? words.basisJar() : words.basisRequest()} />
      </p>
    </>
  );
}

function Assigned({ of }: { readonly of: Of<'number-set' | 'number-renewed' | 'number-replaced' | 'number-found'> }) {
  return (
    <Table>
      {of.before !== null && (
        <Row name={words.evidenceBefore()}>
          <del>
            <NumberWhole value={of.before} />
          </del>
        </Row>
      )}
      <Row name={of.before === null ? words.evidenceNumber() : words.evidenceAfter()}>
        <code>
          <Marker value={of.number} />
        </code>
      </Row>
      <Row name={words.factStored()}>
        <StoredIn identifier={of.identifier} />
      </Row>
      <Row name={words.factSetBy()}>
        <Setter by={of.setBy} />
      </Row>
      <Row name={words.factLasts()}>{lasts(of.expires, of.identifier.area)}</Row>
    </Table>
  );
}

function Gone({ of }: { readonly of: Of<'number-gone'> }) {
  return (
    <Table>
      <Row name={words.evidenceNumber()}>
        <code>
          <Marker value={of.number} />
        </code>
      </Row>
      <Row name={words.factStored()}>
        <StoredIn identifier={of.identifier} />
      </Row>
    </Table>
  );
}

function Shown({ of }: { readonly of: EventLine }) {
  switch (of.type) {
    case 'visit':
      return <Visit of={of} />;
    case 'search':
      return <Search of={of} />;
    case 'order':
      return <Order of={of} />;
    case 'request':
      return <Request of={of} />;
    case 'given':
      return <GivenEvidence of={of} />;
    case 'banner':
      return <BannerEvidence of={of.receipt} />;
    case 'told':
      return <Told of={of} />;
    case 'number-set':
    case 'number-renewed':
    case 'number-replaced':
    case 'number-found':
      return <Assigned of={of} />;
    case 'number-gone':
      return <Gone of={of} />;
  }
}

/** The entry as it is kept; its line breaks are ours, any other unseen character is shown. */
export function rawText(of: unknown): string {
  return JSON.stringify(of, null, 1).split('\n').map(visible).join('\n');
}

/** What stands behind one line: the request, the parameter, the value; last the entry itself, raw. */
export function Evidence({ of }: { readonly of: EventLine }) {
  return (
    <div class="evidence">
      <Shown of={of} />
      <details>
        <summary>{words.raw()}</summary>
        <pre class="raw" tabIndex={0}>
          {rawText(of)}
        </pre>
      </details>
    </div>
  );
}
