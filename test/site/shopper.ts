import type { Page } from 'puppeteer-core';
import { SHOP } from './hosts.ts';

/** Longer text than this is pasted, as a person would. */
const LONGEST_TYPED = 60;

const ORDER_FORM: readonly (readonly [name: string, text: string])[] = [
  ['name', 'Ada Lindqvist'],
  ['email', 'ada@post.example'],
  ['phone', '+49 30 5550142'],
  ['street', 'Mill Lane 12'],
  ['postcode', '10115'],
  ['city', 'Halden'],
  ['card', '4242424242424242'],
  ['card-name', 'Ada Lindqvist'],
  ['card-until', '12/30'],
  ['card-code', '123'],
];

/** Presses something and waits until the page it leads to has loaded. */
async function press(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForNavigation({ waitUntil: 'load' }), page.click(selector)]);
}

/** Puts text into an empty field: typed where it is short and plain, pasted otherwise. */
async function write(page: Page, selector: string, text: string): Promise<void> {
  const typed = text.length <= LONGEST_TYPED && /^[\p{L}\p{N}\p{P}\p{Zs}\p{Sm}\p{Sc}]*$/u.test(text);
  await page.$eval(selector, (field) => {
    (field as HTMLInputElement).value = '';
  });
  if (typed) {
    await page.type(selector, text);
    return;
  }
  await page.$eval(
    selector,
    (field, value) => {
      const { maxLength } = field as HTMLInputElement;
      // The browser cuts what a person pastes, but not what a script sets.
      (field as HTMLInputElement).value = maxLength === -1 ? value : value.slice(0, maxLength);
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    text,
  );
}

/** Goes to the shop's home page, unless the page is one of the shop's already. */
async function enterShop(page: Page): Promise<void> {
  const isShop = URL.canParse(page.url()) && new URL(page.url()).host === new URL(SHOP).host;
  if (!isShop) await page.goto(`${SHOP}/`, { waitUntil: 'load' });
}

/** Paths that can stand in a selector as they are. */
const CSS_SAFE = /^[\w/-]+$/u;

/** Goes to an address: inside the stories by the story's link, as a reader does; otherwise by the address bar. */
export async function visit(page: Page, url: string): Promise<void> {
  const { origin, pathname, search, hash } = new URL(url);
  const here = URL.canParse(page.url()) ? new URL(page.url()) : null;
  const link = `a[data-story][href="${CSS_SAFE.test(pathname) ? pathname : ''}"]`;
  const turns = here?.origin === origin && here.pathname !== pathname && `${search}${hash}` === '';
  if (turns && (await page.$(link)) !== null) {
    await page.click(link);
    await page.waitForFunction((path) => document.documentElement.dataset['seen'] === path, {}, pathname);
    return;
  }
  await page.goto(url, { waitUntil: 'load' });
}

/** Types the words into the search box and presses the button. */
export async function searchFor(page: Page, term: string): Promise<void> {
  await enterShop(page);
  await write(page, '.search input', term);
  await press(page, '.search button');
}

/** Opens the product's page and presses its button. */
export async function addToCart(page: Page, product: string): Promise<void> {
  await enterShop(page);
  const there = `/hi-fi/${product}`;
  if (new URL(page.url()).pathname !== there) await page.goto(new URL(there, page.url()).href, { waitUntil: 'load' });
  await press(page, `button[name="add"][value="${product}"]`);
}

/** Signs in under a name; whoever is signed in is signed out first. */
export async function signIn(page: Page, name: string): Promise<void> {
  await enterShop(page);
  if (new URL(page.url()).pathname !== '/your-account') await press(page, '.top a[href="/your-account"]');
  if ((await page.$('#sign-out')) !== null) await press(page, '#sign-out button');
  await write(page, '#sign-in input[name="name"]', name);
  await write(page, '#sign-in input[name="password"]', 'correct horse');
  await press(page, '#sign-in button');
}

/** Orders what is in the cart; puts the product there first where it is not. */
export async function placeOrder(page: Page, product: string): Promise<void> {
  await enterShop(page);
  if (new URL(page.url()).pathname !== '/cart') await press(page, '.top a[href="/cart"]');
  if ((await page.$(`[data-item="${product}"]`)) === null) await addToCart(page, product);
  await press(page, '#to-order');
  for (const [name, text] of ORDER_FORM) await write(page, `#order input[name="${name}"]`, text);
  await press(page, '#order button');
}

/** Makes the page tell its site how long it has been in view so far; returns when the site has noted it. */
export async function reportStay(page: Page): Promise<void> {
  const before = await page.evaluate(() => {
    const { reported = '0' } = document.documentElement.dataset;
    dispatchEvent(new Event('site:report'));
    return reported;
  });
  await page.waitForFunction((count) => (document.documentElement.dataset['reported'] ?? '0') !== count, {}, before);
}
