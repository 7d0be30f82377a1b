import { readConsentSignal } from '#core/consent-signal.ts';
import type { ToldEvent } from '#core/event.ts';
import type { Facts, Role, Said } from '#core/hit.ts';
import type { EventLine } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { AddressLine, type Marked } from './address.tsx';
import { bytes, duration, fullDay, money, percent } from './amounts.ts';
import { Basis } from './basis.tsx';
import { CarriedRows } from './carried-rows.tsx';
import { Marker, Row, Table } from './evidence-table.tsx';
import { visible } from './hostile.ts';
import { ContactRows } from './passed-on.tsx';
import { Given } from './number.tsx';
import { resourceText } from './request-says.tsx';
import { words } from './words.ts';
import { toldWords as told } from './words-told.ts';

type ToldLine = Extract<EventLine, { type: 'told' }>;

/** In the order in which they are told. */
const ROLES: readonly Role[] = [
  'visitor',
  'session',
  'user',
  'account',
  'page',
  'title',
  'referrer',
  'search',
  'seconds',
  'scroll',
  'visits',
  'firstVisit',
  'value',
  'order',
  'consent',
];

function factText(role: Role, facts: Facts): ComponentChildren {
  const { seconds, scroll, firstVisit, value, currency } = facts;
  if (role === 'seconds' && seconds !== undefined) return duration(seconds.value * 1000);
  if (role === 'scroll' && scroll !== undefined) return percent(scroll.value);
  if (role === 'firstVisit' && firstVisit !== undefined) return fullDay(firstVisit.value);
  if (role === 'value' && value !== undefined) return money(value.value, currency?.value);
  if (role === 'consent' && facts.consent !== undefined) return <Consent of={facts.consent} />;
  return <Marker value={String(facts[role]?.value ?? '')} />;
}

/** What is said of consent, as it stands and, where it has a form that is known, in words. */
function Consent({ of: { value, place } }: { readonly of: Said<string> }) {
  const name = place.name.split('.').at(-1) ?? '';
  const said = readConsentSignal(name, value).map(({ to, is }) => told.consentTo[to](told.consentIs[is]()));
  return (
    <>
      <Marker value={value} />
      {said.length > 0 && ` ${said.join(' · ')}`}
    </>
  );
}

/** Where in the request it stands, and, where it is not said in so many words, that it was worked out. */
function Where({ of: { place, basis } }: { readonly of: Said<unknown> }) {
  return (
    <small>
      {told.standsIn(<code>{visible(place.name)}</code>)}
      {basis === 'inferred' && (
        <>
          , <Basis how="inferred" says={told.inferred()} />
        </>
      )}
    </small>
  );
}

function EventTable({ of }: { readonly of: ToldEvent }) {
  const { name, facts, items, personal } = of;
  return (
    <Table>
      {name !== '' && (
        <Row name={told.event()}>
          <Given text={name} />
        </Row>
      )}
      {ROLES.map((role) => {
        const said = facts[role];
        return said === undefined ? null : (
          <Row key={role} name={told.facts[role]()}>
            {factText(role, facts)} <Where of={said} />
          </Row>
        );
      })}
      {items.length > 0 && (
        <Row name={told.items()}>
          <Given text={items.join(', ')} />
        </Row>
      )}
      {personal.map(({ what, form, place }) => (
        <Row key={`${what} ${place.name}`} name={told.isPersonal()}>
          {told.personal[what][form]()} <small>{told.standsIn(<code>{visible(place.name)}</code>)}</small>
        </Row>
      ))}
    </Table>
  );
}

function markedIn(events: readonly ToldEvent[]): readonly Marked[] {
  return events.flatMap(({ facts }) =>
    ROLES.flatMap((role) => {
      const said = facts[role];
      return said === undefined || said.place.part !== 'query' || said.basis === 'inferred'
        ? []
        : [{ parameter: said.place.name, value: String(said.value) }];
    }),
  );
}

/** What a request told: the request itself, each of its events with where each thing stands in it, and what it carried. */
export function Told({ of }: { readonly of: ToldLine }) {
  const { events, stream, limits, by } = of.told;
  return (
    <>
      <AddressLine method={of.method} address={of.address} marked={markedIn(events)} />
      {events.map((event, index) => (
        <EventTable key={index} of={event} />
      ))}
      <Table>
        <Row name={words.evidenceAsked()}>{resourceText(of.resource)}</Row>
        {stream !== null && (
          <Row name={words.evidenceTime()}>
            {stream.milliseconds === null
              ? told.size(bytes(stream.size))
              : told.sizeAndTime(bytes(stream.size), duration(stream.milliseconds))}
          </Row>
        )}
        <CarriedRows of={of.carried} />
        <ContactRows of={of.contacts} />
      </Table>
      {limits.map((limit) => (
        <p key={limit}>{told.limits[limit]()}</p>
      ))}
      <p>
        <Basis how={by === 'names' ? 'inferred' : 'stated'} says={told.by[by]()} />
      </p>
    </>
  );
}
