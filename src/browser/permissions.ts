import browser from 'webextension-polyfill';

const ALL_SITES = '<all_urls>';

/** Whether we may look at this origin. */
export async function mayLookAt(origin: string): Promise<boolean> {
  return await browser.permissions.contains({ origins: [`${origin}/*`] });
}

/** Whether we may look at every site. */
export async function mayLookEverywhere(): Promise<boolean> {
  return await browser.permissions.contains({ origins: [ALL_SITES] });
}

/** The browser's own question; call it from a press. `null` asks for all sites. */
export async function requestLook(origin: string | null): Promise<boolean> {
  return await browser.permissions.request({ origins: [origin === null ? ALL_SITES : `${origin}/*`] });
}
