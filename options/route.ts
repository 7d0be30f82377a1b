import type { Domain } from '#core/site.ts';

/** The pages of the options, and the site or company that some are about: a company by any of its domains. */
export type Route =
  | { readonly page: 'overview' }
  | { readonly page: 'sites' }
  | { readonly page: 'site'; readonly domain: Domain }
  /** The receipts of a site's banners. */
  | { readonly page: 'receipts'; readonly domain: Domain }
  /** Those of all sites. */
  | { readonly page: 'all-receipts' }
  | { readonly page: 'companies' }
  | { readonly page: 'company'; readonly domain: Domain }
  | { readonly page: 'activity' }
  | { readonly page: 'settings' };

/** Those whose fragment is their name alone. */
const PLAIN: readonly Route[] = [
  { page: 'sites' },
  { page: 'companies' },
  { page: 'activity' },
  { page: 'settings' },
  { page: 'all-receipts' },
];

function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
}

/** The page an address's fragment (`#/site/shop.example`) names; the overview for anything it does not. */
export function parseRoute(hash: string): Route {
  const [, page = '', rest = ''] = hash.split('/');
  const domain = decoded(rest);
  if ((page === 'site' || page === 'receipts' || page === 'company') && domain !== null && domain !== '')
    return { page, domain: domain as Domain };
  return PLAIN.find((each) => each.page === page) ?? { page: 'overview' };
}

/** The fragment that names a page. */
export function hashOf(route: Route): string {
  if ('domain' in route) return `#/${route.page}/${encodeURIComponent(route.domain)}`;
  return route.page === 'overview' ? '#/' : `#/${route.page}`;
}
