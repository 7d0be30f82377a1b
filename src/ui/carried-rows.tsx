import type { CarriedNumber } from '#core/report.ts';
import { Marker, Row } from './evidence-table.tsx';
import { visible } from './hostile.ts';
import { words } from './words.ts';

/** The numbers a request carried, and where. */
export function CarriedRows({ of }: { readonly of: readonly CarriedNumber[] }) {
  return (
    <>
      {of.map(({ name, number, as, parameter }) => (
        <Row
          key={`${as} ${name} ${parameter ?? ''}`}
          name={
            as === 'cookie' ? (
              words.evidenceCookie(<code>{visible(name)}</code>)
            ) : (
              <code>{visible(parameter ?? words.evidenceAddress())}</code>
            )
          }
        >
          <code>
            <Marker value={number} />
          </code>
        </Row>
      ))}
    </>
  );
}
