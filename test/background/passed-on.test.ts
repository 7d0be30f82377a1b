import 'fake-indexeddb/auto';
import { createHash } from 'node:crypto';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { GivenKind } from '#core/given.ts';
import type { Asking, Device } from '../support/fakes/device.ts';
import { expectNoFailures } from './controlling.ts';
import { HVID_LINE, onDisk, reportOf, settled, SHOP, startedDevice, until } from './on-device.ts';

vi.mock('webextension-polyfill', async () => ({ default: (await import('../support/fakes/extension.ts')).polyfill }));

const ADA = 'Ada.Lind@Post.example';
const HASH = createHash('sha256').update(ADA.toLowerCase()).digest('hex');
const ADS = 'https://ads.example/collect';
const CALL: Asking = { method: 'POST', resource: 'xmlhttprequest' };

let device: Device;
let ids = 0;

afterEach(() => expectNoFailures(device));

async function start(kind: Parameters<typeof startedDevice>[0] = {}): Promise<void> {
  device = await startedDevice(kind);
  await device.visit(SHOP, { answer: [HVID_LINE] });
}

async function types(
  how: 'submitted' | 'left',
  { emails = [ADA], phones = [], tab = 1 }: { emails?: string[]; phones?: string[]; tab?: number } = {},
): Promise<void> {
  ids += 1;
  const kinds: readonly GivenKind[] = emails.length > 0 ? ['email'] : ['phone'];
  await device.watcher({ type: 'given', id: `given ${ids}`, how, kinds, target: null, emails, phones }, { tab });
}

/** Who got what of the person, as a text each. */
async function passedOn(tab = 1): Promise<readonly string[]> {
  await settled(device);
  return (await reportOf(device, tab)).named.flatMap(({ recipient, got }) =>
    got.map(({ what, form, basis, early }) => `${recipient}: ${what} ${form} ${basis}${early ? ' early' : ''}`),
  );
}

describe.each([
  ['Chromium', false],
  ['Firefox', true],
])('what a person typed, in %s', (_browser, firefox) => {
  it('is told again in the address and in the body, in whatever form, and kept nowhere', async () => {
    await start({ firefox });
    await types('submitted', { emails: [ADA], phones: ['030 5550142'] });
    device.ask(`${ADS}?em=${HASH}`);
    device.ask(ADS, { ...CALL, body: JSON.stringify({ who: ADA, tel: '+49305550142' }) });
    device.ask('https://other.example/?em=lind@post.example');
    expect(await passedOn()).toEqual([
      'ads.example: email sha256 inferred',
      'ads.example: email as-such inferred',
      'ads.example: phone as-such inferred',
    ]);
    const { events } = await reportOf(device);
    const lines = events.filter((line) => line.type === 'request' || line.type === 'told');
    expect(lines.flatMap(({ contacts = [] }) => contacts)).toEqual(
      expect.arrayContaining([
        { what: 'email', form: 'sha256', as: 'address', parameter: 'em' },
        { what: 'email', form: 'as-such', as: 'body', parameter: 'who' },
        { what: 'phone', form: 'as-such', as: 'body', parameter: 'tel' },
      ]),
    );
    const kept = `${await onDisk(device)} ${JSON.stringify([...device.insides.session.held])}`;
    for (const text of [ADA, ADA.toLowerCase(), HASH, '5550142']) expect(kept).not.toContain(text);
  });

  it('is the site’s own business, but for what is sent before anything was submitted', async () => {
    await start({ firefox });
    await types('submitted');
    device.ask(`${SHOP}account`, { ...CALL, body: JSON.stringify({ email: ADA }) });
    expect((await passedOn()).filter((one) => one.includes('inferred'))).toEqual([]);
    await types('left', { emails: ['eva@post.example'] });
    device.ask(`${SHOP}draft`, { ...CALL, body: JSON.stringify({ email: 'eva@post.example' }) });
    await until(async () => expect(await passedOn()).toContain('shop.example: email as-such inferred early'));
  });

  it('is not early where the form is submitted in that moment', async () => {
    await start({ firefox });
    await types('left');
    device.ask(ADS, { ...CALL, body: JSON.stringify({ who: ADA }) });
    await types('submitted');
    await until(async () => expect(await passedOn()).toEqual(['ads.example: email as-such inferred']));
  });

  it('is told again in what was sent a moment before it was known, while the person was typing', async () => {
    await start({ firefox });
    await device.watcher({ type: 'typing' });
    device.ask(ADS, { ...CALL, body: JSON.stringify({ who: ADA }) });
    await types('left');
    await until(async () => expect(await passedOn()).toEqual(['ads.example: email as-such inferred early']));
    // Of what was sent before anybody typed nothing is kept to be looked at.
    device.openTab(3);
    await device.visit(SHOP, { tab: 3 });
    device.ask('https://other.example/', { ...CALL, tab: 3, body: JSON.stringify({ who: 'eva@post.example' }) });
    await types('left', { emails: ['eva@post.example'], tab: 3 });
    expect((await passedOn()).join(' ')).not.toContain('other.example: email as-such');
  });

  it('is told again after the background was stopped, and no more after the browser was closed', async () => {
    await start({ firefox });
    await types('submitted');
    await settled(device);
    await device.startBackground();
    device.ask(`${ADS}?em=${HASH}`);
    expect(await passedOn()).toEqual(['ads.example: email sha256 inferred']);
    await device.startBrowser();
    device.ask(`https://other.example/?x=${HASH}`);
    expect(await passedOn()).toEqual(['ads.example: email sha256 inferred']);
  });

  it('is forgotten with the site it was typed on', async () => {
    await start({ firefox });
    await types('submitted');
    await device.view('wipeSite', { domain: 'shop.example' as never });
    expect(JSON.stringify([...device.insides.session.held])).not.toContain('typed-contacts');
    device.ask(`${ADS}?x=${HASH}`);
    expect(await passedOn()).toEqual([]);
  });

  it('in a private window is told there alone, and is gone with it', async () => {
    await start({ firefox });
    device.openTab(2, { private: true });
    await device.visit(SHOP, { tab: 2 });
    await types('submitted', { tab: 2 });
    device.ask(`${ADS}?x=${HASH}`, { tab: 2 });
    device.ask(`https://other.example/?x=${HASH}`);
    await until(async () => expect(await passedOn(2)).toEqual(['ads.example: email sha256 inferred']));
    expect(await passedOn()).toEqual([]);
    device.insides.tabs.delete(2);
    device.events.tabRemoved.fire(2);
    await until(() => expect(JSON.stringify([...device.insides.session.held])).not.toContain('typed-contacts'));
  });

  it('counts as sent where no answer was seen, and not where it never left', async () => {
    await start({ firefox });
    await types('submitted');
    device.ask(`${ADS}?x=${HASH}`, { fails: firefox ? 'NS_BINDING_ABORTED' : 'net::ERR_ABORTED' });
    device.ask(`https://other.example/?x=${HASH}`, {
      fails: firefox ? 'NS_ERROR_UNKNOWN_HOST' : 'net::ERR_NAME_NOT_RESOLVED',
    });
    expect(await passedOn()).toEqual(['ads.example: email sha256 inferred']);
  });

  it('and where they signed in elsewhere, is told as the person comes back', async () => {
    await start({ firefox });
    const back = `${SHOP}back?code=4f3a&state=9b1c`;
    device.ask('https://accounts.example/authorize', {
      id: 'way',
      resource: 'main_frame',
      initiator: SHOP,
      redirectsTo: back,
    });
    await device.visit(back, { id: 'way', initiator: SHOP });
    await settled(device);
    const given = (await reportOf(device)).events.filter((line) => line.type === 'given');
    expect(given).toMatchObject([{ how: 'came-back', kinds: ['other-account'], target: 'accounts.example' }]);
  });
});
