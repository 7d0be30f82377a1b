import { expect, it } from 'vitest';
import { readConsentSignal } from '#core/consent-signal.ts';

it.each<[string, string, readonly string[]]>([
  ['gcs', 'G111', ['advertising allowed', 'measurement allowed']],
  ['gcs', 'G100', ['advertising refused', 'measurement refused']],
  ['gcs', 'G101', ['advertising refused', 'measurement allowed']],
  ['gcs', 'G1--', ['advertising unset', 'measurement unset']],
  ['us_privacy', '1YYN', ['sale refused']],
  ['us_privacy', '1YNN', ['sale allowed']],
  ['us_privacy', '1---', ['sale unset']],
  ['asc', 'D', ['advertising refused']],
  ['asc', 'G', ['advertising allowed']],
  // Of no such form: nothing is said of them.
  ['gcs', 'G2', []],
  ['gcd', '13l3l3l2l1l1', []],
  ['dpo', 'G', []],
  ['gdpr_consent', 'CPXxRfAPXxRfAAfKABENB-CgAAAAAAAAAAYgAAAAAAAA', []],
])('%s=%s says %j', (parameter, value, said) => {
  expect(readConsentSignal(parameter, value).map(({ to, is }) => `${to} ${is}`)).toEqual(said);
});
