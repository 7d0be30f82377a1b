import { expect } from 'vitest';
import type { Choice } from '#core/mode.ts';
import type { ActLine, Outcome } from '#core/outcome.ts';
import type { Domain } from '#core/site.ts';
import type { Device } from '../support/fakes/device.ts';
import { reportOf, settled } from './on-device.ts';

export const SHOP_DOMAIN = 'shop.example' as Domain;
export const NEXT = '0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86';
export const BLOCK: Choice = { mode: 'block' };
export const ALLOW: Choice = { mode: 'allow' };

/** What a shop stores beside its number: none of it is one. */
export const BESIDE = [
  'session_token=8c1d77aa-93d2-4d0e-8a6b-0e8b2f6d1a44; Path=/; HttpOnly; Secure',
  'csrftoken=Zk8s2LqPw93JxVb71mNcRt45yUoIe0aD; Path=/; SameSite=Strict',
  'cart=sku-1042x2; Path=/; Max-Age=86400',
  'lang=en; Path=/; Max-Age=31536000',
];

export async function choose(device: Device, choice: Choice | null): Promise<void> {
  await device.view('choose', { domain: SHOP_DOMAIN, choice });
}

/** Names and values in the jar, by the alphabet. */
export function jar(device: Device): readonly string[] {
  return [...device.insides.jar.values()]
    .filter(({ identifier }) => !identifier.name.startsWith('mark'))
    .map(({ identifier, value }) => `${identifier.name}=${value}`)
    .toSorted();
}

/** Names in the jar, by the alphabet. */
export function names(device: Device): readonly string[] {
  return jar(device).map((pair) => pair.slice(0, pair.indexOf('=')));
}

function outcomeSaid(outcome: Outcome): string {
  switch (outcome.is) {
    case 'prevented':
      return 'prevented';
    case 'removed':
    case 'failed':
      return `${outcome.is}, carried by ${outcome.carriedBy}`;
  }
}

function said({ act }: ActLine): string {
  switch (act.type) {
    case 'chosen':
      return `chosen ${act.choice?.mode ?? 'nothing'}`;
    case 'corrected':
      return `said ${act.is ?? 'nothing'}`;
    case 'enforced':
      return `${act.decision.verdict} ${act.number.slice(0, 4)} (${act.met}): ${outcomeSaid(act.outcome)}`;
    case 'came-back':
      return `${act.number.slice(0, 4)} came back`;
    case 'brought-back':
      return `${act.number.slice(0, 4)} brought back: ${act.restored}`;
    case 'paused':
    case 'resumed':
    case 'loop':
      return act.type;
  }
}

/** In which order things of one millisecond are read. */
const ORDER: readonly ActLine['act']['type'][] = [
  'chosen',
  'corrected',
  'paused',
  'resumed',
  'enforced',
  'loop',
  'brought-back',
  'came-back',
];

function inOrder(one: ActLine, other: ActLine): number {
  const [a, b] = [one, other].map(({ act }) => ORDER.indexOf(act.type)) as [number, number];
  return one.at - other.at || a - b || said(one).localeCompare(said(other));
}

/** What was done on the site in a tab, oldest first, once all that was told is recorded. */
export async function acts(device: Device, tab = 1): Promise<readonly string[]> {
  await settled(device);
  return (await reportOf(device, tab)).control.acts.toSorted(inOrder).map((line) => said(line));
}

/** Rings the alarms that are due by now. */
export function ringAlarms(device: Device): void {
  for (const [name, when] of device.insides.alarms) {
    if (when > Date.now()) continue;
    device.insides.alarms.delete(name);
    device.events.alarm.fire({ name, scheduledTime: when });
  }
}

/** Nothing went wrong in the background. */
export function expectNoFailures(device: Device): void {
  expect(device.insides.failures).toEqual([]);
}
