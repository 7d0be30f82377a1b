import type { PageAddress } from '#core/event.ts';
import type { ComponentChildren } from 'preact';
import { breakable, visible } from './hostile.ts';

/** What a parameter held, where that is the evidence. */
export interface Marked {
  readonly parameter: string;
  readonly value: string;
}

function Breaking({ text }: { readonly text: string }) {
  return (
    <>
      {breakable(visible(text)).map((piece, index) => (
        <>
          {index > 0 && <wbr />}
          {piece}
        </>
      ))}
    </>
  );
}

function parameters(names: readonly string[], marked: readonly Marked[]): ComponentChildren[] {
  return names.map((name, index) => {
    const value = marked.find(({ parameter }) => parameter === name)?.value;
    return (
      <>
        <wbr />
        {index === 0 ? '?' : '&'}
        <Breaking text={name} />={value === undefined ? '…' : <mark>{visible(value)}</mark>}
      </>
    );
  });
}

/**
 * A request's first line. Of its parameters only the names were kept, so each value is an ellipsis, save those that are
 * the evidence: these are marked.
 */
export function AddressLine({
  method = 'GET',
  address,
  marked = [],
}: {
  readonly method?: string;
  readonly address: PageAddress;
  readonly marked?: readonly Marked[];
}) {
  return (
    <p class="evidence-request">
      <bdi dir="ltr">
        {visible(method)} <Breaking text={`${address.origin}${address.path}`} />
        {parameters(address.parameters, marked)}
      </bdi>
    </p>
  );
}
