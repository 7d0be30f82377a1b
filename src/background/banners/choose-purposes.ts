import { type FramePlace, runFunction } from '#browser/inject.ts';
import type { ConsentPurpose } from '#core/consent.ts';
import { fieldsOf } from '#core/fields.ts';
import type { BannerWish } from '#core/receipt.ts';
import { purposeOf } from '#consent/purposes.ts';
import { allows } from '#consent/wish.ts';
import { type Asked, CHOOSING } from './programs.ts';
import { within } from '../within.ts';

/** So many names of a program are looked at: what a page tells may be anything. */
const MOST = 200;
/** A program that has not answered within so many ms does not answer. */
const PATIENCE = 3000;

function textsIn(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

function parseAsked(value: unknown): readonly Asked[] {
  if (!Array.isArray(value)) return [];
  return value.slice(0, MOST).flatMap((one) => {
    const { name, also } = fieldsOf(one);
    return typeof name === 'string' ? [{ name, also: textsIn(also).slice(0, MOST) }] : [];
  });
}

/** What something is for, by its name, and else by what is said of it besides. */
function purposeFor({ name, also }: Asked): ConsentPurpose {
  return [name, ...also].map((text) => purposeOf(text)).find((purpose) => purpose !== 'other') ?? 'other';
}

/**
 * Has the program in a frame store what the person chose, by its own documented way: the purposes among them that it asks
 * for. `null`: no such way is known there, it asks for none of them, or did not do it; nothing was answered.
 */
export async function choosePurposes(
  place: FramePlace,
  wish: Extract<BannerWish, { is: 'some' }>,
): Promise<readonly ConsentPurpose[] | null> {
  for (const { ask, choose } of CHOOSING) {
    const asked = parseAsked(await within(PATIENCE, runFunction(place, 'page', ask, [])));
    const on = asked.filter((one) => allows(wish, purposeFor(one)));
    const purposes = new Set(on.map((one) => purposeFor(one)));
    const chosen = wish.purposes.filter((purpose) => purposes.has(purpose));
    if (chosen.length === 0) continue;
    const names = on.map(({ name }) => name);
    const off = asked.filter((one) => !on.includes(one)).map(({ name }) => name);
    const isDone = await within(PATIENCE, runFunction(place, 'page', choose, [names, off]));
    return isDone === true ? chosen : null;
  }
  return null;
}
