import 'fake-indexeddb/auto';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Receipt } from '#core/receipt.ts';
import type { VisitMoment } from '#core/visit.ts';
import { tcf } from '../consent/choices.ts';
import type { Device } from '../support/fakes/device.ts';
import { type AskingSite, askingSite, GRANTED, REFUSED } from './asking-site.ts';
import { expectNoFailures } from './controlling.ts';
import { onDisk, reportOf, settled, startedDevice, until } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

let device: Device;
let site: AskingSite;

beforeEach(async () => {
  device = await startedDevice();
  site = askingSite(device);
});
afterEach(() => expectNoFailures(device));

async function receipts(tab = 1): Promise<readonly Receipt[]> {
  const { events } = await reportOf(device, tab);
  return events.flatMap((line) => (line.type === 'banner' ? [line.receipt] : []));
}

async function moments(): Promise<readonly VisitMoment[]> {
  return (await reportOf(device)).visit?.moments ?? [];
}

async function untilMoment(type: VisitMoment['type'], times = 1): Promise<void> {
  await until(async () => expect((await moments()).filter((one) => one.type === type)).toHaveLength(times));
}

describe('what the person presses', () => {
  it('becomes a receipt, with what stood on it, as soon as the site stores a choice', async () => {
    await site.begin();
    await site.presses('Accept all', 'accept');
    await site.writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    const [receipt] = await receipts();
    expect(receipt).toMatchObject({
      by: 'person',
      wanted: { is: 'accept' },
      pressed: 'Accept all',
      clicks: 1,
      before: [],
      outcome: { is: 'accepted' },
    });
    expect(receipt?.after[0]?.texts).toEqual([{ area: 'local-storage', name: 'klaro', value: GRANTED }]);
    expect((await moments()).map(({ type }) => type)).toEqual(['page', 'choice']);
  });

  it('and is withdrawn later, is a second one', async () => {
    await site.begin();
    await site.presses('Accept all', 'accept');
    await site.writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    await site.presses('Reject all', 'refuse');
    await site.writes(REFUSED);
    await until(async () => expect(await receipts()).toHaveLength(2));
    expect((await receipts())[0]?.outcome).toMatchObject({ is: 'refused', takenBack: ['analytics', 'advertising'] });
  });

  it('counts where it was no button of a banner, too: that frame is asked, and what stood on it is not told', async () => {
    await site.begin();
    device.insides.frames.set(1, (message) =>
      (message as { type: string }).type === 'last-press'
        ? { at: Date.now(), label: null, means: null, ofBanner: false }
        : undefined,
    );
    await site.writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    const [receipt] = await receipts();
    expect(receipt).toMatchObject({ by: 'person', wanted: null, outcome: { is: 'answered' } });
    expect(receipt?.pressed).toBeUndefined();
  });

  it('and is stored in two steps, is one receipt', async () => {
    await site.begin();
    await site.presses('Accept all', 'accept');
    await site.writes('{"matomo":true}');
    await until(async () => expect(await receipts()).toHaveLength(1));
    await site.writes(GRANTED);
    await until(async () => expect((await receipts())[0]?.after[0]?.texts[0]?.value).toBe(GRANTED));
    expect(await receipts()).toHaveLength(1);
    expect((await receipts())[0]?.before).toEqual([]);
    expect((await moments()).filter(({ type }) => type === 'choice')).toHaveLength(1);
  });

  it('and is looked at between two pages of the site, is looked at once more, and nothing is made of what was not read', async () => {
    await site.begin();
    await site.presses('Accept all', 'accept');
    await site.writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    device.insides.functions.set('webStorage', () => undefined);
    await device.watcher({ type: 'wrote', writes: [{ name: 'klaro', script: null }] });
    await settled(device);
    expect((await receipts())[0]?.after[0]?.texts[0]?.value).toBe(GRANTED);
    const more = '{"matomo":true,"adsense":true,"more":true}';
    device.insides.functions.set('webStorage', () => [['local', 'klaro', more]]);
    await until(async () => expect((await receipts())[0]?.after[0]?.texts[0]?.value).toBe(more));
  });

  it('in a banner, and changes nothing that is stored, is a receipt of that', async () => {
    site.keep(GRANTED);
    await site.begin();
    await site.presses('Reject all', 'refuse');
    await until(async () => expect(await receipts()).toHaveLength(1));
    const [receipt] = await receipts();
    expect(receipt).toMatchObject({ wanted: { is: 'refuse' }, outcome: { is: 'refused-but-stored' } });
    expect(receipt?.before).toEqual(receipt?.after);
  });

  it('elsewhere, and changes nothing, is nobody’s business', async () => {
    site.keep(GRANTED);
    await site.begin();
    const press = { at: Date.now(), label: 'Decline', means: 'refuse', ofBanner: false } as const;
    await device.watcher({ type: 'pressed', press });
    // The last look of the one comes before that of the other.
    await new Promise((resolve) => void setTimeout(resolve, 5));
    await site.presses('Reject all', 'refuse');
    await until(async () => expect(await receipts()).toHaveLength(1));
    expect((await receipts())[0]?.pressed).toBe('Reject all');
  });

  it('is nobody’s business where the site stores nothing of a choice', async () => {
    await site.begin();
    const press = { at: Date.now(), label: 'Accept', means: 'accept', ofBanner: false } as const;
    await device.watcher({ type: 'pressed', press });
    await device.watcher({ type: 'wrote', writes: [{ name: 'theme', script: null }] });
    await settled(device);
    expect(await receipts()).toEqual([]);
    // What it does store later is the first that is told.
    await site.writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
  });
});

describe('what a site stores of a choice', () => {
  it('without a press is no receipt, but a moment of the visit, and found', async () => {
    await site.begin();
    await site.writes(GRANTED);
    await untilMoment('choice');
    expect(await receipts()).toEqual([]);
    expect((await moments()).at(-1)).toMatchObject({ by: 'nobody', wanted: null, pressed: null });
  });

  it('before the visit began is found, and told once', async () => {
    site.keep(GRANTED);
    await device.visit(site.url);
    await untilMoment('choice-found');
    await device.visit(site.url);
    await settled(device);
    expect((await moments()).map(({ type }) => type)).toEqual(['page', 'choice-found', 'page']);
  });

  it('in a cookie that comes with the first page was not there before', async () => {
    await device.visit(site.url, { answer: [`klaro=${encodeURIComponent(GRANTED)}; Path=/`] });
    await untilMoment('choice');
    expect((await moments()).filter(({ type }) => type === 'choice-found')).toEqual([]);
  });

  it('and writes again with other words that say the same is no choice', async () => {
    site.keep(GRANTED);
    await device.visit(site.url);
    await untilMoment('choice-found');
    await site.writes('{"adsense":true,"matomo":true}');
    await until(() => expect(JSON.stringify([...device.insides.session.held])).toContain('{\\\\\\"adsense'));
    await site.writes(REFUSED);
    await untilMoment('choice');
    const choices = (await moments()).filter(({ type }) => type === 'choice');
    expect(choices).toMatchObject([{ records: [{ texts: [{ value: REFUSED }] }] }]);
  });

  it('comes with how long the site says that it keeps what', async () => {
    site.rows = [
      ['Name', 'Purpose', 'Lifetime'],
      ['_ga', 'Statistics', '2 years'],
    ];
    await site.begin();
    await site.presses('Accept all', 'accept');
    await site.writes(GRANTED);
    await untilMoment('declared');
    expect((await moments()).at(-1)).toMatchObject({ name: '_ga', lasts: 63_113_904 });
  });

  it('in a private window leaves nothing on disk', async () => {
    device.openTab(2, { private: true });
    await device.visit('https://secret.example/', { tab: 2 });
    await device.watcher(
      { type: 'pressed', press: { at: Date.now(), label: 'Accept all', means: 'accept', ofBanner: true } },
      { tab: 2 },
    );
    site.keep(GRANTED);
    await device.watcher({ type: 'wrote', writes: [{ name: 'klaro', script: null }] }, { tab: 2 });
    await until(async () => expect(await receipts(2)).toHaveLength(1));
    expect(await onDisk(device)).not.toContain('secret');
  });

  it('is forgotten with its site', async () => {
    await site.begin();
    await site.presses('Accept all', 'accept');
    await site.writes(GRANTED);
    await until(async () => expect(await receipts()).toHaveLength(1));
    await device.view('wipeSite', { domain: site.domain });
    expect(JSON.stringify([...device.insides.session.held])).not.toContain('matomo');
    expect(await onDisk(device)).not.toContain('matomo');
  });
});

describe('what a page’s requests say of consent', () => {
  it('under the standards’ names is told of whoever is asked, and found where nobody has chosen', async () => {
    await site.begin();
    const { value } = tcf({ consents: [1, 7] });
    device.ask(`https://ads.example/bid?gdpr=1&gdpr_consent=${value}`);
    await untilMoment('request');
    const { visit } = await reportOf(device);
    expect(visit?.findings).toMatchObject([{ rule: 'hit-contradicts-choice' }]);
    expect(visit?.findings[0]?.evidence).toContainEqual({
      type: 'recipient',
      at: expect.any(Number),
      recipient: 'ads.example',
    });
    expect(visit?.findings[0]?.evidence).toContainEqual({
      type: 'text',
      text: { area: 'request', name: 'gdpr_consent', value },
    });
  });

  it('in what is sent along, as auctions have it, is told too', async () => {
    await site.begin();
    const body = JSON.stringify({ imp: [], user: { consent: tcf({ consents: [1, 7] }).value }, regs: { gdpr: 1 } });
    device.ask('https://auction.example/openrtb2', { method: 'POST', body });
    await untilMoment('request');
    expect((await moments()).at(-1)).toMatchObject({ recipient: 'auction.example', states: [{ form: 'tcf' }] });
  });

  it('is of no interest where it does not apply, or cannot be read', async () => {
    await site.begin();
    device.ask(`https://ads.example/bid?gdpr=0&gdpr_consent=${tcf({ consents: [1, 7] }).value}`);
    device.ask('https://ads.example/bid?gdpr_consent=CPX');
    await settled(device);
    expect((await moments()).map(({ type }) => type)).toEqual(['page']);
  });
});

describe('Global Privacy Control', () => {
  it('is noted in a visit where the person wants it sent', async () => {
    await device.visit(site.url);
    await settled(device);
    expect(await moments()).toMatchObject([{ type: 'page', gpc: false }]);
    await device.view('changeGpc', { domain: null, on: true });
    await device.visit(site.url);
    await until(async () => expect((await moments()).at(-1)).toMatchObject({ type: 'page', gpc: true }));
  });
});
