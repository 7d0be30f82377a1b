import { isPrivateStore } from '#browser/cookies.ts';
import { type Correction, correctionOf, type Said } from '#core/correction.ts';
import { type Identifier, identifierKey } from '#core/identifier.ts';
import { correctIn, type Policy } from '#core/policy.ts';
import type { Domain } from '#core/site.ts';
import { forgetSaid } from '#store/unsay.ts';
import { ledgerOf } from './control.ts';
import { carryOut, type Deciding, tell } from './decisions.ts';
import { lookAnew } from './look-anew.ts';

function withWord(policy: Policy, identifier: Identifier, correction: Correction | null): Policy {
  const before = correctionOf(policy.corrections, identifier);
  const without = before === undefined ? policy : correctIn(policy, identifierKey(before.identifier), null);
  return correction === null ? without : correctIn(without, identifierKey(identifier), correction);
}

/**
 * The person says what a stored value is; `null` takes it back. It counts at once: what is stored is looked at anew, and
 * the choices of all sites that know it are carried out.
 */
export async function correct(
  deciding: Deciding,
  domain: Domain,
  { identifier, is }: { readonly identifier: Identifier; readonly is: Said | null },
): Promise<void> {
  const { control } = deciding;
  const isPrivate = isPrivateStore(identifier.store);
  const correction = is === null ? null : { identifier, domain, is, at: control.now() };
  await control.policy.change(isPrivate, (policy) => withWord(policy, identifier, correction));
  await tell(deciding, { domain, private: isPrivate }, { type: 'corrected', identifier, is });
  const sites = await lookAnew(deciding, identifier);
  if (is !== 'number') await forgetSaid((await ledgerOf(control, identifier.store)).tables, identifierKey(identifier));
  await carryOut(deciding, [...new Set([domain, ...sites])], isPrivate);
}
