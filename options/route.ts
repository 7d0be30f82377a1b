import type { Domain } from '#core/site.ts';

/** The pages of the options, and the site one of them is about. */
export type Route =
  | { readonly page: 'overview' }
  | { readonly page: 'sites' }
  | { readonly page: 'site'; readonly domain: Domain }
  | { readonly page: 'activity' }
  | { readonly page: 'settings' };

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
  if (page === 'site' && domain !== null && domain !== '') return { page, domain: domain as Domain };
  return page === 'sites' || page === 'activity' || page === 'settings' ? { page } : { page: 'overview' };
}

/** The fragment that names a page. */
export function hashOf(route: Route): string {
  if (route.page === 'site') return `#/site/${encodeURIComponent(route.domain)}`;
  return route.page === 'overview' ? '#/' : `#/${route.page}`;
}
