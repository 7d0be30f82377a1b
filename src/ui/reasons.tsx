import type { Reason } from '#core/verdict.ts';
import { Basis } from './basis.tsx';
import { Given } from './number.tsx';
import { words } from './words.ts';

/** Why a value is taken for what it is, each reason with how it is known. */
export function Reasons({ of }: { readonly of: readonly Reason[] }) {
  if (of.length === 0) return <p>{words.noReason()}</p>;
  return (
    <ul class="reasons">
      {of.map((reason) => (
        <li key={reason.says}>
          {words.reason(
            reason,
            reason.args.map((text) => <Given text={text} />),
          )}{' '}
          <Basis how={reason.basis} />
        </li>
      ))}
    </ul>
  );
}
