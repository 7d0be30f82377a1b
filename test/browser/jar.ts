import type { TestBrowser } from '../support/browser.ts';

/** A cookie as the browser's own list has it. */
export type JarCookie = Omit<chrome.cookies.Cookie, 'session'>;

/** Every cookie that the browser stores, partitioned ones too, in a fixed order; when they expire, to the ms. */
export async function cookiesOf(browser: TestBrowser): Promise<readonly JarCookie[]> {
  const cookies = await browser.inExtension(async () => await chrome.cookies.getAll({ partitionKey: {} }));
  const order = ({ domain, path, name }: JarCookie): string => JSON.stringify([domain, path, name]);
  const whole = cookies.map((cookie) => ({
    ...cookie,
    ...(cookie.expirationDate !== undefined && { expirationDate: Math.round(cookie.expirationDate * 1000) / 1000 }),
  }));
  return whole.toSorted((a, b) => (order(a) < order(b) ? -1 : 1));
}
