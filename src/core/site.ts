import { parse } from 'tldts-experimental';
import { parseUrl } from './url.ts';

/**
 * A schemeful site, serialised as the HTML Standard does: `https://shop.example`.
 * The browser's own rules (SameSite, partitions) go by it.
 * @see https://html.spec.whatwg.org/multipage/browsers.html#sites
 */
export type Site = string & { readonly __brand: 'Site' };

/** A registrable domain (`shop.example`), or the host itself where there is none (`localhost`, an IP address). */
export type Domain = string & { readonly __brand: 'Domain' };

/** URLs that can hold cookies and web storage. */
const WEB = new Set(['http:', 'https:', 'ws:', 'wss:']);

/**
 * The registrable domain of a host by the Public Suffix List, its private section counted: two projects on one
 * hosting provider are two sites. A host without one (an IP address, `localhost`, a bare suffix) stands for itself.
 * @see https://publicsuffix.org/list/
 */
export function domainOfHost(host: string): Domain {
  const bare = host.replace(/^\./u, '').toLowerCase();
  return (parse(bare, { allowPrivateDomains: true }).domain ?? bare) as Domain;
}

/** Whether a host is a public suffix, under which strangers have their sites: nobody may set a cookie for it. */
export function isPublicSuffix(host: string): boolean {
  const { publicSuffix, isIp } = parse(host, { allowPrivateDomains: true });
  return isIp !== true && publicSuffix === host;
}

/** The registrable domain of a web page's or request's URL; `undefined` where the URL is not of the web. */
export function domainOf(url: string): Domain | undefined {
  const parsed = parseUrl(url);
  return parsed !== undefined && WEB.has(parsed.protocol) && parsed.hostname !== ''
    ? domainOfHost(parsed.hostname)
    : undefined;
}

/** The schemeful site of a URL; `undefined` where the URL is not of the web. */
export function siteOf(url: string): Site | undefined {
  const parsed = parseUrl(url);
  if (parsed === undefined || !WEB.has(parsed.protocol) || parsed.hostname === '') return undefined;
  const scheme = parsed.protocol.replace(/^ws/u, 'http');
  return `${scheme}//${domainOfHost(parsed.hostname)}` as Site;
}

/** Whether a browser keeps Secure cookies for an address: over TLS, and on the machine itself. */
export function isTrustworthy({ protocol, hostname }: URL): boolean {
  return protocol === 'https:' || protocol === 'wss:' || hostname === 'localhost' || hostname === '127.0.0.1';
}
