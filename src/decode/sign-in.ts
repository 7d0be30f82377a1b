import { parseUrl } from '#core/url.ts';

/**
 * Whether an address brings a person back from where they signed in: with the answer of OAuth 2.0 and OpenID Connect
 * (`code` and `state`; also in a form that is posted, or as an `id_token` in it), with a ticket of CAS, or an answer of SAML.
 * @see https://www.rfc-editor.org/rfc/rfc6749#section-4.1.2
 * @see https://openid.net/specs/oauth-v2-form-post-response-mode-1_0.html
 * @see https://docs.oasis-open.org/security/saml/v2.0/saml-bindings-2.0-os.pdf
 * @see https://apereo.github.io/cas/development/protocol/CAS-Protocol-Specification.html#31-service-ticket
 */
export function answersSignIn(url: string, form = ''): boolean {
  const asked = parseUrl(url)?.searchParams;
  if (asked === undefined) return false;
  const posted = new URLSearchParams(form);
  const has = (name: string): boolean => (asked.get(name) ?? posted.get(name) ?? '') !== '';
  if (posted.has('SAMLResponse') || posted.has('id_token')) return true;
  return (has('code') && has('state')) || /^ST-./u.test(asked.get('ticket') ?? '');
}
