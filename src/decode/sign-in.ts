import { parseUrl } from '#core/url.ts';

/**
 * Whether an address brings a person back from where they signed in: with the answer of OAuth 2.0 and OpenID Connect
 * (`code` and `state`), or with a ticket of CAS.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 * @see https://apereo.github.io/cas/development/protocol/CAS-Protocol-Specification.html#31-service-ticket
 */
export function answersSignIn(url: string): boolean {
  const asked = parseUrl(url)?.searchParams;
  if (asked === undefined) return false;
  const has = (name: string): boolean => (asked.get(name) ?? '') !== '';
  return (has('code') && has('state')) || /^ST-./u.test(asked.get('ticket') ?? '');
}
