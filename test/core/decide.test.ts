import { describe, expect, it } from 'vitest';
import { decide } from '#core/decide.ts';
import type { Identifier } from '#core/identifier.ts';
import { NO_POLICY, type Policy } from '#core/policy.ts';
import type { Kind } from '#core/verdict.ts';
import {
  ALLOW,
  BLOCK,
  DAILY,
  domain,
  forSite,
  CHIP,
  DEVICE,
  FRAMED,
  HVID,
  LOGIN,
  UID,
  WIDE,
  forThis,
  loops,
  NOW,
  paused,
  policyAfter,
  said,
  stored,
  type Step,
  undecided,
} from './deciding.ts';

type Row = readonly [says: string, value: Identifier, on: string, steps: readonly Step[], then: string];

const SHOP_AND_NEWS = 'shop.example news.example';

const NUMBERS: readonly Row[] = [
  ['nothing chosen', HVID, 'shop.example', [], 'keep, undecided first'],
  ['nothing chosen, other company', UID, 'shop.example', [], 'keep, undecided third'],
  ['site allowed', HVID, 'shop.example', [forSite('shop.example', ALLOW)], 'keep, chosenForSite shop.example'],
  ['site blocked', HVID, 'shop.example', [forSite('shop.example', BLOCK)], 'block, chosenForSite shop.example'],
  [
    'site blocked, Domain cookie',
    WIDE,
    'shop.example',
    [forSite('shop.example', BLOCK)],
    'block, chosenForSite shop.example',
  ],
  [
    'site blocked, web storage',
    DEVICE,
    'shop.example',
    [forSite('shop.example', BLOCK)],
    'block, chosenForSite shop.example',
  ],
  [
    'site blocked, frame’s storage',
    FRAMED,
    'shop.example',
    [forSite('shop.example', BLOCK)],
    'block, chosenForSite shop.example',
  ],
  [
    'site reset',
    HVID,
    'shop.example',
    [forSite('shop.example', DAILY)],
    'reset every 24 hours, chosenForSite shop.example',
  ],
  [
    'undecided again',
    HVID,
    'shop.example',
    [forSite('shop.example', BLOCK), forSite('shop.example', null)],
    'keep, undecided first',
  ],
  ['another site blocked', HVID, 'shop.example', [forSite('news.example', BLOCK)], 'keep, undecided first'],
  [
    'blocked where it is at work',
    UID,
    SHOP_AND_NEWS,
    [forSite('news.example', BLOCK)],
    'block, chosenForSite news.example',
  ],
  [
    'its own host blocked',
    UID,
    'shop.example',
    [forSite('metrics.example', BLOCK)],
    'block, chosenForSite metrics.example',
  ],
  [
    'allowed here, blocked there',
    UID,
    SHOP_AND_NEWS,
    [forSite('shop.example', ALLOW), forSite('news.example', BLOCK)],
    'block, chosenForSite news.example',
  ],
  [
    'allowed here, reset there',
    UID,
    SHOP_AND_NEWS,
    [forSite('shop.example', ALLOW), forSite('news.example', DAILY)],
    'reset every 24 hours, chosenForSite news.example',
  ],
  [
    'partitioned, its page blocked',
    CHIP,
    'shop.example',
    [forSite('shop.example', BLOCK)],
    'block, chosenForSite shop.example',
  ],
  ['partitioned, its host blocked', CHIP, 'shop.example', [forSite('metrics.example', BLOCK)], 'keep, undecided third'],
  ['partitioned, another page blocked', CHIP, SHOP_AND_NEWS, [forSite('news.example', BLOCK)], 'keep, undecided third'],
  ['asked first', HVID, 'shop.example', [undecided({ first: 'ask' })], 'hold, undecided first'],
  ['asked first, other company', UID, 'shop.example', [undecided({ first: 'ask' })], 'keep, undecided third'],
  ['other companies asked first', UID, 'shop.example', [undecided({ third: 'ask' })], 'hold, undecided third'],
  ['other companies blocked', UID, 'shop.example', [undecided({ third: 'block' })], 'block, undecided third'],
  [
    'other companies blocked, partitioned',
    CHIP,
    'shop.example',
    [undecided({ third: 'block' })],
    'block, undecided third',
  ],
  ['other companies blocked, own', HVID, 'shop.example', [undecided({ third: 'block' })], 'keep, undecided first'],
  [
    'others blocked, site allowed',
    UID,
    'shop.example',
    [undecided({ third: 'block' }), forSite('shop.example', ALLOW)],
    'keep, chosenForSite shop.example',
  ],
  [
    'own choice over the site’s',
    HVID,
    'shop.example',
    [forSite('shop.example', BLOCK), forThis(HVID, ALLOW)],
    'keep, chosenForThis',
  ],
  [
    'own choice, stricter',
    HVID,
    'shop.example',
    [forSite('shop.example', ALLOW), forThis(HVID, BLOCK)],
    'block, chosenForThis',
  ],
  ['another’s own choice', HVID, 'shop.example', [forThis(WIDE, BLOCK)], 'keep, undecided first'],
  [
    'loops',
    HVID,
    'shop.example',
    [forSite('shop.example', BLOCK), loops('shop.example')],
    'reset every visit, redirectLoop shop.example',
  ],
  [
    'loops, not blocked',
    HVID,
    'shop.example',
    [forSite('shop.example', ALLOW), loops('shop.example')],
    'keep, chosenForSite shop.example',
  ],
  [
    'loops, chosen again',
    HVID,
    'shop.example',
    [forSite('shop.example', BLOCK), loops('shop.example'), forSite('shop.example', BLOCK)],
    'block, chosenForSite shop.example',
  ],
  [
    'paused here',
    HVID,
    'shop.example',
    [forSite('shop.example', BLOCK), paused('shop.example')],
    'keep, pausedHere shop.example',
  ],
  [
    'paused elsewhere',
    HVID,
    'shop.example',
    [forSite('shop.example', BLOCK), paused('news.example')],
    'block, chosenForSite shop.example',
  ],
  [
    'paused for one of its sites',
    UID,
    SHOP_AND_NEWS,
    [forSite('news.example', BLOCK), paused('shop.example')],
    'keep, pausedHere shop.example',
  ],
  ['paused everywhere', HVID, 'shop.example', [forThis(HVID, BLOCK), paused(null)], 'keep, pausedEverywhere'],
  ['paused until now', HVID, 'shop.example', [forThis(HVID, BLOCK), paused(null, NOW)], 'block, chosenForThis'],
  [
    'paused a moment longer',
    HVID,
    'shop.example',
    [forThis(HVID, BLOCK), paused('shop.example', NOW + 1)],
    'keep, pausedHere shop.example',
  ],
];

const OTHERS: readonly (readonly [kind: Kind, steps: readonly Step[], then: string])[] = [
  ['login', [forSite('shop.example', BLOCK)], 'keep, leftAlone login'],
  ['security', [forSite('shop.example', DAILY)], 'keep, leftAlone security'],
  ['cart', [undecided({ first: 'ask', third: 'block' })], 'keep, leftAlone cart'],
  ['consent', [forSite('shop.example', BLOCK)], 'keep, leftAlone consent'],
  ['preference', [forSite('shop.example', BLOCK)], 'keep, leftAlone preference'],
  ['unknown', [forSite('shop.example', BLOCK)], 'keep, leftAlone unknown'],
  ['login', [forThis(LOGIN, BLOCK)], 'block, chosenForThis'],
  ['login', [forThis(LOGIN, DAILY)], 'reset every 24 hours, chosenForThis'],
  ['login', [forThis(LOGIN, BLOCK), paused('shop.example')], 'keep, pausedHere shop.example'],
];

function ask(
  policy: Policy,
  identifier: Identifier,
  { on, kind }: { readonly on: string; readonly kind: Kind },
): string {
  const sites = on.split(' ').map((site) => domain(site));
  return said(decide(policy, { identifier, kind, sites, now: NOW }));
}

describe('what is decided about a number', () => {
  it.each(NUMBERS)('%s', (_says, identifier, on, steps, then) => {
    expect(ask(policyAfter(...steps), identifier, { on, kind: 'random-id' })).toBe(then);
  });
});

describe('what is decided about what is no number', () => {
  it.each(OTHERS)('%s', (kind, steps, then) => {
    expect(ask(policyAfter(...steps), LOGIN, { on: 'shop.example', kind })).toBe(then);
  });
});

describe('what is decided on a host that is named like a part of the language', () => {
  it.each(['constructor', '__proto__'])('%s', (host) => {
    const identifier = stored('id=1; Path=/', host);
    expect(ask(NO_POLICY, identifier, { on: host, kind: 'random-id' })).toBe('keep, undecided first');
    const blocked = policyAfter(forSite(host, BLOCK));
    expect(ask(blocked, identifier, { on: host, kind: 'random-id' })).toBe(`block, chosenForSite ${host}`);
  });
});
