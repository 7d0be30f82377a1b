import { describe, expect, it } from 'vitest';
import type { LedgerEvent, Telling, ToldEvent } from '#core/event.ts';
import type { Personal, VendorName } from '#core/hit.ts';
import type { ContactSent } from '#core/person.ts';
import type { Domain } from '#core/site.ts';
import { type Story, story } from '../support/fakes/story.ts';

type Sent = Extract<LedgerEvent, { type: 'request-sent' }>;

const META: VendorName = { id: 'meta', name: 'Meta' };
const CRITEO: VendorName = { id: 'criteo', name: 'Criteo' };
const HASHED: ContactSent = { what: 'email', form: 'sha256', as: 'address', parameter: 'em' };

function telling(vendor: VendorName | null, personal: readonly Personal[], user?: string): Telling {
  const place = { part: 'body', name: 'user' } as const;
  const facts: ToldEvent['facts'] = user === undefined ? {} : { user: { value: user, place, basis: 'stated' } };
  const events = [{ name: 'Lead', deed: 'lead', facts, items: [], personal } as const];
  return { vendor, by: vendor === null ? 'names' : 'shape', events, count: 1, stream: null, limits: [] };
}

function stated(what: Personal['what'], form: Personal['form']): Personal {
  return { what, form, place: { part: 'query', name: what } };
}

let ids = 0;

function sends(tale: Story, recipient: string, more: Partial<Sent>): Story {
  ids += 1;
  const address = { origin: `https://${recipient}`, path: '/', parameters: [] };
  return tale.happens((here) => ({
    ...here,
    id: `sent ${ids}`,
    type: 'request-sent',
    tab: 1,
    recipient: recipient as Domain,
    method: 'GET',
    resource: 'image',
    address,
    carried: [],
    ...more,
  }));
}

async function named(tale: Story): Promise<readonly string[]> {
  const { named: all } = await tale.report();
  return all.map(
    ({ recipient, vendor, requests, got }) =>
      `${vendor?.name ?? '-'} ${recipient} ${requests}: ${got
        .map(({ what, form, basis, early }) => `${what} ${form} ${basis}${early ? ' early' : ''}`)
        .join(', ')}`,
  );
}

const begin = (): Story => story().visits('https://shop.example/');

describe('who got something of a person', () => {
  it('is remembered with what is theirs for certain, and what a request says', async () => {
    const tale = sends(begin(), 'facebook.com', {
      contacts: [HASHED],
      told: telling(META, [stated('email', 'hashed'), stated('name', 'hashed')], 'customer-81'),
    });
    sends(tale.later(1), 'facebook.com', { contacts: [HASHED], told: telling(META, []) });
    expect(await named(tale)).toEqual([
      'Meta facebook.com 2: email sha256 inferred, name hashed stated, user clear stated',
    ]);
    const [row] = (await tale.report()).named;
    expect([row?.company?.name, (row?.last ?? 0) - (row?.first ?? 0)]).toEqual(['Facebook', 60_000]);
  });

  it('is not the site itself, but for vendors whom it hands it on to, each by themselves, and what came early', async () => {
    const tale = sends(begin(), 'shop.example', { told: telling(null, [stated('email', 'clear')]) });
    expect(await named(tale)).toEqual([]);
    sends(tale, 'shop.example', { contacts: [HASHED], told: telling(META, []) });
    sends(tale, 'shop.example', { contacts: [HASHED], told: telling(CRITEO, []) });
    sends(tale, 'shop.example', { contacts: [{ ...HASHED, form: 'as-such', early: true }] });
    expect(await named(tale)).toEqual([
      'Meta shop.example 1: email sha256 inferred',
      'Criteo shop.example 1: email sha256 inferred',
      '- shop.example 1: email as-such inferred early',
    ]);
  });

  it('is nobody who never got it', async () => {
    expect(
      await named(sends(begin(), 'ads.example', { told: telling(META, [stated('email', 'clear')]), arrival: 'never' })),
    ).toEqual([]);
  });

  it('is a line of the record where nothing else is told', async () => {
    const tale = sends(begin(), 'ads.example', { contacts: [HASHED] });
    const [line] = (await tale.report()).events;
    expect(line).toMatchObject({ type: 'request', recipient: 'ads.example', carried: [], contacts: [HASHED] });
  });

  it('is bounded, however many there are', async () => {
    let tale = begin();
    for (let nth = 0; nth < 105; nth += 1) tale = sends(tale, `ads${nth}.example`, { contacts: [HASHED] });
    expect(await named(tale)).toHaveLength(100);
  });
});
