import { setTimeout as pause } from 'node:timers/promises';
import { type Page, TimeoutError } from 'puppeteer-core';
import { JOURNEY_HOSTS, SHOP } from './hosts.ts';
import { PRODUCTS } from './shop/products.ts';
import { addToCart, placeOrder, searchFor, signIn, visit } from './shopper.ts';

/** One thing a visitor does. */
export type Step =
  /** Goes to an address of a demo site. */
  | { readonly do: 'visit'; readonly url: string }
  | { readonly do: 'search'; readonly term: string }
  /** Stays on the page. */
  | { readonly do: 'wait'; readonly seconds: number }
  | { readonly do: 'add to cart'; readonly product: string }
  | { readonly do: 'sign in'; readonly name: string }
  | { readonly do: 'order'; readonly product: string };

/** A journey, or the sentence that says which step is wrong and why. */
export type ParsedJourney =
  | { readonly ok: true; readonly steps: readonly Step[] }
  | { readonly ok: false; readonly error: string };

const FORMS =
  '{"visit": "/hi-fi"}, {"search": "words"}, {"wait": 2.5}, {"add to cart": "model-2"}, {"sign in": "Ada"}, {"order": "model-2"}, "sign in" or "order"';

const USUAL_PRODUCT = 'model-2';
const USUAL_NAME = 'Ada';

/** The longest wait in one step, in seconds. */
const LONGEST_WAIT = 600;

type Parsed = Step | { readonly wrong: string };

function parseVisit(value: unknown): Parsed {
  if (typeof value !== 'string' || value === '') return { wrong: 'a visit needs a path or an address as text' };
  if (!URL.canParse(value, SHOP)) return { wrong: `“${value}” is no address` };
  const url = new URL(value, SHOP);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { wrong: `“${value}” is no web address` };
  if (!JOURNEY_HOSTS.includes(url.host)) {
    return { wrong: `“${url.host}” is no demo site; there are ${JOURNEY_HOSTS.join(', ')}` };
  }
  if (/^\/(?:__|script\/|vendor\/)|\.(?:css|svg|ico)$/u.test(url.pathname)) {
    return { wrong: `“${url.pathname}” is no page` };
  }
  return { do: 'visit', url: url.href };
}

function parseProduct(does: 'add to cart' | 'order', value: unknown): Parsed {
  const ids = PRODUCTS.map(({ id }) => id);
  if (typeof value !== 'string') return { wrong: `“${does}” needs a product as text: ${ids.join(', ')}` };
  return ids.includes(value)
    ? { do: does, product: value }
    : { wrong: `the shop has no “${value}”; it has ${ids.join(', ')}` };
}

function parseAct(name: string, value: unknown): Parsed {
  switch (name) {
    case 'visit':
      return parseVisit(value);
    case 'search':
      return typeof value === 'string' ? { do: 'search', term: value } : { wrong: 'a search needs its words as text' };
    case 'wait':
      return typeof value === 'number' && value >= 0 && value <= LONGEST_WAIT
        ? { do: 'wait', seconds: value }
        : { wrong: `a wait needs a number of seconds from 0 to ${LONGEST_WAIT}` };
    case 'add to cart':
    case 'order':
      return parseProduct(name, value);
    case 'sign in':
      return typeof value === 'string' && value.trim() !== ''
        ? { do: 'sign in', name: value }
        : { wrong: 'a sign-in needs a name as text' };
    default:
      return { wrong: `“${name}” is not known; a step is one of ${FORMS}` };
  }
}

function parseStep(step: unknown): Parsed {
  if (step === 'sign in') return { do: 'sign in', name: USUAL_NAME };
  if (step === 'order') return { do: 'order', product: USUAL_PRODUCT };
  if (typeof step !== 'object' || step === null || Array.isArray(step)) {
    return { wrong: `${JSON.stringify(step)} is no step; a step is one of ${FORMS}` };
  }
  const [entry, ...more] = Object.entries(step);
  if (entry === undefined || more.length > 0) return { wrong: `a step has exactly one key; it is one of ${FORMS}` };
  return parseAct(entry[0], entry[1]);
}

/**
 * Reads a journey: a JSON list of steps, each an object with one key. Anything wrong gives an error that names the
 * step by its place, counted from 1.
 */
export function parseJourney(json: string): ParsedJourney {
  let list: unknown;
  try {
    list = JSON.parse(json) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, error: `The journey is no JSON: ${error.message}` };
    throw error;
  }
  if (!Array.isArray(list)) return { ok: false, error: 'A journey is a JSON list of steps.' };
  if (list.length === 0) return { ok: false, error: 'The journey has no steps.' };
  const steps: Step[] = [];
  for (const [index, item] of list.entries()) {
    const parsed = parseStep(item);
    if ('wrong' in parsed) return { ok: false, error: `Step ${index + 1}: ${parsed.wrong}.` };
    steps.push(parsed);
  }
  return { ok: true, steps };
}

/** What a runner may want to know while a journey goes on. */
interface JourneyOptions {
  /** Called before each step; `place` counts from 1. */
  readonly onStep?: (step: Step, place: number) => void;
}

async function take(page: Page, step: Step): Promise<void> {
  switch (step.do) {
    case 'visit':
      await visit(page, step.url);
      return;
    case 'search':
      await searchFor(page, step.term);
      return;
    case 'wait':
      // The one place where real time passes: staying is what is being done.
      await pause(step.seconds * 1000);
      return;
    case 'add to cart':
      await addToCart(page, step.product);
      return;
    case 'sign in':
      await signIn(page, step.name);
      return;
    case 'order':
      await placeOrder(page, step.product);
  }
}

/** A step as a person would say it: `search “car mp3 player”`. */
export function stepText(step: Step): string {
  switch (step.do) {
    case 'visit':
      return `visit ${step.url}`;
    case 'search':
      return `search “${step.term}”`;
    case 'wait':
      return `wait ${step.seconds} s`;
    case 'add to cart':
      return `add to cart: ${step.product}`;
    case 'sign in':
      return `sign in as ${step.name}`;
    case 'order':
      return `order ${step.product}`;
  }
}

/** How long a page that never rests is waited for, in ms. */
const RESTLESS = 5000;

/**
 * Waits until nothing of a page is under way: an answer that a person in a hurry cuts off was given, as its server sees
 * it, and never came.
 */
async function rest(page: Page): Promise<void> {
  try {
    await page.waitForNetworkIdle({ idleTime: 100, timeout: RESTLESS });
  } catch (error) {
    if (!(error instanceof TimeoutError)) throw error;
  }
}

/**
 * Makes a journey in a page as a person would: typing, pressing, filling in forms. Each step ends when the page it led
 * to has loaded and rests, so the site has counted it. Throws, naming the step, where one cannot be taken.
 */
export async function runJourney(page: Page, steps: readonly Step[], options: JourneyOptions = {}): Promise<void> {
  for (const [index, step] of steps.entries()) {
    options.onStep?.(step, index + 1);
    try {
      await take(page, step);
      await rest(page);
    } catch (cause) {
      throw new Error(`Step ${index + 1} (${stepText(step)}) could not be taken`, { cause });
    }
  }
}
