import { describe, expect, it } from 'vitest';
import { readConsent } from '#consent/read-consent.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { Receipt } from '#core/receipt.ts';
import type { VisitMoment } from '#core/visit.ts';
import { type Here, type Story, story } from '../support/fakes/story.ts';
import { HVID, HVID_2, hvid, uid } from './names.ts';

const SHOP = 'https://shop.example/';
const PIXEL = 'https://metrics.example/pixel.gif';

function klaro(value: string): readonly ConsentRecord[] {
  return readConsent([{ area: 'cookie', name: 'klaro', value }]);
}

const GRANTED = klaro('{"matomo":true}');
const REFUSED = klaro('{"matomo":false}');

function receipt(here: Here, more: Partial<Receipt> = {}): Receipt {
  return {
    id: here.id,
    at: here.at,
    store: here.store,
    by: 'person',
    wanted: { is: 'accept' },
    cmp: 'Klaro',
    clicks: 1,
    cosmetic: false,
    before: [],
    after: GRANTED,
    outcome: { is: 'accepted' },
    ...more,
  };
}

function answers(tale: Story, more: Partial<Receipt> = {}): Story {
  return tale.happens((here) => ({ ...here, type: 'banner', receipt: receipt(here, more) }));
}

async function momentsOf(tale: Story): Promise<readonly VisitMoment[]> {
  return (await tale.report()).visit?.moments ?? [];
}

/** A visit in few words. */
async function inWords(tale: Story): Promise<readonly string[]> {
  return (await momentsOf(tale)).map((moment) => {
    if (moment.type === 'number') return `${moment.how} ${moment.name}`;
    if (moment.type === 'request') return `→ ${moment.recipient}`;
    return moment.type === 'choice' ? `choice by ${moment.by}` : moment.type;
  });
}

describe('a visit', () => {
  it('is its pages, numbers, and requests to others that carry them', async () => {
    const tale = story()
      .visits(SHOP)
      .setCookie(hvid(HVID))
      .setCookie(uid(), { from: PIXEL })
      .asks(PIXEL, 'uid')
      .asks(`${SHOP}basket.json`, 'hvid')
      .visits(`${SHOP}hi-fi`);
    expect(await inWords(tale)).toEqual(['page', 'assigned hvid', 'assigned uid', '→ metrics.example', 'page']);
  });

  it('begins anew after half an hour, with what came shortly before its first page', async () => {
    const tale = story().visits(SHOP).setCookie(hvid(HVID)).later(45).setCookie(hvid(HVID_2)).visits(SHOP);
    expect(await inWords(tale)).toEqual(['assigned hvid', 'page']);
    expect((await tale.report()).visit?.start).toBe(tale.now());
  });

  it('of another cookie store is another: that of the latest is told', async () => {
    const tale = story().visits(SHOP).setCookie(hvid(HVID)).later(1).inStore('container').visits(SHOP);
    expect(await inWords(tale)).toEqual(['page']);
  });

  it('tells a number that is stored again once, and one that comes after it was gone as assigned', async () => {
    const tale = story().visits(SHOP).setCookie(hvid(HVID)).setCookie(hvid(HVID)).setCookie(hvid(HVID));
    expect(await inWords(tale)).toEqual(['page', 'assigned hvid', 'renewed hvid']);
    tale.loses('hvid').later(1).setCookie(hvid(HVID));
    expect(await inWords(tale)).toEqual(['page', 'assigned hvid', 'renewed hvid', 'assigned hvid']);
  });

  it('tells it once more after a choice', async () => {
    const tale = answers(story().visits(SHOP).setCookie(hvid(HVID)).setCookie(hvid(HVID))).setCookie(hvid(HVID));
    expect(await inWords(tale)).toEqual(['page', 'assigned hvid', 'renewed hvid', 'choice by person', 'renewed hvid']);
  });

  it('knows the press that a choice was stored by, once, however often more of it is stored', async () => {
    const tale = answers(story().visits(SHOP), { pressedAt: 7, after: REFUSED });
    answers(tale, { pressedAt: 7 });
    answers(tale, { pressedAt: 9, wanted: { is: 'refuse' }, after: REFUSED });
    expect(await momentsOf(tale)).toMatchObject([
      { type: 'page' },
      { type: 'choice', pressed: 7, records: GRANTED },
      { type: 'choice', pressed: 9, records: REFUSED },
    ]);
  });

  it('has a banner where we answered it or saw it, and a choice only where something was pressed', async () => {
    const tale = answers(story().visits(SHOP), { by: 'known-as', wanted: { is: 'refuse' }, after: REFUSED });
    expect(await inWords(tale)).toEqual(['page', 'banner', 'choice by known-as']);
    const left = { by: 'known-as', wanted: { is: 'tell' }, clicks: 0, outcome: { is: 'left' } } as const;
    expect(await inWords(answers(story().visits(SHOP), left))).toEqual(['page', 'banner']);
    const hidden = { by: 'known-as', wanted: { is: 'refuse' }, outcome: { is: 'hidden' } } as const;
    expect(await inWords(answers(story().visits(SHOP), hidden))).toEqual(['page', 'banner']);
  });

  it('has a choice also where a program was told it without a press, and none of it where it was taken back', async () => {
    const chosen = { by: 'known-as', wanted: { is: 'some', purposes: ['analytics'] }, clicks: 0 } as const;
    const tale = answers(story().visits(SHOP), { ...chosen, outcome: { is: 'as-chosen', unclear: [], takenBack: [] } });
    expect(await inWords(tale)).toEqual(['page', 'banner', 'choice by known-as']);
    answers(tale, { ...chosen, outcome: { is: 'as-chosen', unclear: [], takenBack: [] }, undone: 5 });
    expect(await inWords(tale)).toEqual(['page', 'banner', 'choice by known-as']);
  });

  it('says what was found in it, by the rules, and what is stored now', async () => {
    const tale = story().visits(SHOP).setCookie(uid(), { from: PIXEL });
    answers(tale.later(1), { wanted: { is: 'refuse' } });
    const { visit } = await tale.report();
    expect(visit?.findings.map(({ rule }) => rule)).toEqual(['refusal-stored-as-consent']);
    expect(Object.keys(visit?.rules ?? {})).toEqual(['refusal-stored-as-consent']);
    expect(visit?.stored).toEqual([{ purpose: 'analytics', is: 'granted' }]);
  });

  it('notes Global Privacy Control with its pages, also those that were told before it', async () => {
    const tale = story()
      .visits(SHOP)
      .happens((here) => ({ ...here, type: 'gpc-sent' }))
      .visits(`${SHOP}hi-fi`);
    expect(await momentsOf(tale)).toMatchObject([{ gpc: true }, { gpc: true }]);
  });

  it('is kept within bounds, and says that more happened', async () => {
    const tale = story().visits(SHOP).setCookie(uid(), { from: PIXEL });
    for (let time = 0; time < 600; time += 1) tale.asks(PIXEL, 'uid');
    answers(tale);
    const { visit } = await tale.report();
    expect(visit?.overflowed).toBe(true);
    expect(visit?.moments.length).toBeLessThan(300);
    // There is room for what was chosen all the same.
    expect(visit?.moments.at(-1)?.type).toBe('choice');
  });

  it('has what requests say of consent, and keeps what many say once', async () => {
    const tale = story().visits(SHOP).setCookie(uid(), { from: PIXEL });
    for (let time = 0; time < 20; time += 1) tale.states(PIXEL, GRANTED);
    tale.states('https://ads.example/bid', [...REFUSED, ...GRANTED]).asks(PIXEL, 'uid');
    const said = (await momentsOf(tale)).flatMap((moment) => (moment.type === 'request' ? [moment.states] : []));
    expect(said).toEqual([...Array.from({ length: 20 }, () => GRANTED), [...REFUSED, ...GRANTED], []]);
    const { tables } = await tale.told();
    expect(await tables.ofDomain('visits', 'shop.example' as never)).toMatchObject([
      { stated: [...GRANTED, ...REFUSED] },
    ]);
  });

  it('has what they say also where the visit begins anew after them', async () => {
    const tale = story().visits(SHOP).states(PIXEL, GRANTED).later(45).states(PIXEL, REFUSED).visits(SHOP);
    tale.states(PIXEL, GRANTED);
    const said = (await momentsOf(tale)).flatMap((moment) => (moment.type === 'request' ? [moment.states] : []));
    expect(said).toEqual([REFUSED, GRANTED]);
  });

  it('keeps no end of what they say', async () => {
    const tale = story().visits(SHOP);
    for (let time = 0; time < 60; time += 1) tale.states(PIXEL, klaro(`{"service-${time}":true}`));
    const { visit } = await tale.report();
    expect(visit?.overflowed).toBe(true);
    const said = (visit?.moments ?? []).flatMap((moment) => (moment.type === 'request' ? moment.states : []));
    expect(said.length).toBeGreaterThan(10);
    expect(said.length).toBeLessThan(60);
  });

  it('is wiped with its site', async () => {
    const tale = story().visits(SHOP).setCookie(hvid(HVID));
    const ledger = await tale.told();
    await ledger.tables.wipe('shop.example' as never);
    expect((await tale.report()).visit).toBeNull();
  });
});
