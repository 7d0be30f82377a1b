import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from 'puppeteer-core';
import type { Step } from './journey.ts';
import { addToCart, order, search, signIn, visit } from './shopper.ts';

/** What a runner may want to know while a journey goes on. */
export interface JourneyOptions {
  /** Called before each step; `place` counts from 1. */
  readonly onStep?: (step: Step, place: number) => void;
}

async function take(page: Page, step: Step): Promise<void> {
  switch (step.do) {
    case 'visit':
      await visit(page, step.url);
      return;
    case 'search':
      await search(page, step.term);
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
      await order(page, step.product);
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

/**
 * Makes a journey in a page as a person would: typing, pressing, filling in forms. Each step ends when the page it led
 * to has loaded, so the site has counted it. Throws, naming the step, where one cannot be taken.
 */
export async function runJourney(page: Page, steps: readonly Step[], options: JourneyOptions = {}): Promise<void> {
  for (const [index, step] of steps.entries()) {
    options.onStep?.(step, index + 1);
    try {
      await take(page, step);
    } catch (cause) {
      throw new Error(`Step ${index + 1} (${stepText(step)}) could not be taken`, { cause });
    }
  }
}
