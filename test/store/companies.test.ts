import { describe, expect, it } from 'vitest';
import type { CompanyReport } from '#core/company-report.ts';
import type { Carried, LedgerEvent } from '#core/event.ts';
import type { Form } from '#core/followed.ts';
import type { Domain } from '#core/site.ts';
import { allCompanies, companyReport } from '#store/report/companies.ts';
import { type Here, type Story, story } from '../support/fakes/story.ts';
import { HVID, HVID_2, UID, hvid, uid } from './names.ts';
import { NEWS, SHOP } from './row-of.ts';

const HOME = 'https://shop.example/';
const PAPER = 'https://news.example/';
const PIXEL = 'https://metrics.example/pixel.gif';
const METRICS = 'metrics.example' as Domain;
const UID_2 = '9c0e4b7a1f6d83520b8ce94d17f3a625';

/** What a company is said to know, once all is told. */
async function of(tale: Story, domain: string): Promise<CompanyReport> {
  const report = await companyReport(await tale.told(), domain as Domain, tale.now());
  if (report === null) throw new Error(`${domain} is said to know nothing`);
  return report;
}

async function namesOf(tale: Story): Promise<readonly string[]> {
  return (await allCompanies(await tale.told(), tale.now())).map(({ name, domain }) => name ?? domain);
}

/** The numbers given in a story so far, in order. */
function identifiersIn(tale: Story): readonly Carried['identifier'][] {
  return tale.events().flatMap((event) => (event.type === 'number-seen' ? [event.sighting.identifier] : []));
}

/** A request to a company with one of a site's numbers in its address, and perhaps others beside it. */
function sendsTo(
  recipient: string,
  identifier: Carried['identifier'] | undefined,
  { form = 'as-such', of: site, beside = [] }: { form?: Form; of?: Domain; beside?: readonly Carried['identifier'][] },
): (here: Here) => LedgerEvent {
  if (identifier === undefined) throw new Error('There is no such number in the story');
  return (here) => ({
    ...here,
    type: 'request-sent',
    tab: 1,
    recipient: recipient as Domain,
    method: 'GET',
    resource: 'image',
    address: { origin: `https://${recipient}`, path: '/p', parameters: ['v'] },
    carried: [
      { identifier, as: 'address', parameter: 'v', form, ...(site !== undefined && { of: site }) },
      ...beside.map((own) => ({ identifier: own, as: 'cookie', parameter: null }) as const),
    ],
  });
}

describe('a company', () => {
  it('knows the person on the sites where it gives a number, joined where that is one number', async () => {
    const tale = story().visits(HOME).setCookie(uid(), { from: PIXEL }).visits(PAPER).setCookie(uid(), { from: PIXEL });
    expect(await of(tale, 'metrics.example')).toMatchObject({
      domain: METRICS,
      name: null,
      category: null,
      sites: [NEWS, SHOP],
      as: UID,
      numbers: [UID],
      joined: 'all',
      groups: [
        {
          sites: [NEWS, SHOP],
          as: UID,
          numbers: [
            { site: NEWS, own: true },
            { site: SHOP, own: true },
          ],
        },
      ],
    });
  });

  it('cannot join the sites by numbers where it gives each its own', async () => {
    const tale = story();
    tale.visits(HOME).setCookie(`${uid()}; Partitioned`, { from: PIXEL, partition: 'https://shop.example' });
    tale.visits(PAPER).setCookie(`${uid(UID_2)}; Partitioned`, { from: PIXEL, partition: 'https://news.example' });
    const report = await of(tale, 'metrics.example');
    expect(report).toMatchObject({ sites: [NEWS, SHOP], as: null, joined: 'none' });
    expect(report.groups.map(({ sites, as }) => [sites, as])).toEqual([
      [[NEWS], UID_2],
      [[SHOP], UID],
    ]);
  });

  it('joins them where both its numbers came with one that it got on both', async () => {
    const tale = story().visits(HOME).setCookie(hvid());
    tale.setCookie(`${uid()}; Partitioned`, { from: PIXEL, partition: 'https://shop.example' });
    tale.visits(PAPER);
    tale.setCookie(`${uid(UID_2)}; Partitioned`, { from: PIXEL, partition: 'https://news.example' });
    const [own, onShop, onNews] = identifiersIn(tale);
    if (onShop === undefined || onNews === undefined) throw new Error('There are three numbers');
    expect(await of(tale, 'metrics.example')).toMatchObject({ joined: 'none' });
    tale.visits(HOME).happens(sendsTo('metrics.example', own, { beside: [onShop] }));
    expect(await of(tale, 'metrics.example')).toMatchObject({ joined: 'none' });
    tale.visits(PAPER).happens(sendsTo('metrics.example', own, { of: SHOP, beside: [onNews] }));
    const report = await of(tale, 'metrics.example');
    // The shop's number serves it on both.
    expect(report).toMatchObject({ joined: 'all', as: HVID, groups: [{ sites: [NEWS, SHOP] }] });
    expect(report.groups[0]?.numbers.map(({ number, own: its }) => [number, its])).toEqual([
      [HVID, false],
      [UID, true],
      [UID_2, true],
    ]);
  });

  it('can still join sites by a number of its own that has ended, and takes several numbers then', async () => {
    const tale = story().visits(HOME).setCookie(hvid()).setCookie(uid(), { from: PIXEL });
    const [shops, third] = identifiersIn(tale);
    if (third === undefined) throw new Error('There are two numbers');
    tale.happens(sendsTo('metrics.example', shops, { beside: [third] }));
    tale.visits(PAPER).setCookie(uid(), { from: PIXEL }).setCookie(`pid=${HVID_2}; Path=/; Max-Age=31536000`);
    tale.happens(sendsTo('metrics.example', identifiersIn(tale).at(-1), { beside: [third] }));
    const joined = { joined: 'all', groups: [{ sites: [NEWS, SHOP] }] };
    expect(await of(tale, 'metrics.example')).toMatchObject({ ...joined, as: UID, numbers: [UID, HVID_2, HVID] });
    tale.loses('uid');
    expect(await of(tale, 'metrics.example')).toMatchObject({ ...joined, as: null, numbers: [HVID_2, HVID] });
  });

  it('has the numbers that it got, in which forms, how often, from when to when and on whose pages', async () => {
    const tale = story().visits(HOME).setCookie(hvid());
    const [own] = identifiersIn(tale);
    tale.happens(sendsTo('criteo.com', own, { form: 'sha256' }));
    const begun = tale.now();
    tale
      .later(5)
      .visits(PAPER)
      .happens(sendsTo('criteo.com', own, { of: SHOP }));
    const report = await of(tale, 'criteo.com');
    expect(report).toMatchObject({ name: 'Criteo', category: 'ad', joined: 'all', as: HVID, last: tale.now() });
    expect(report.groups).toEqual([
      {
        sites: [NEWS, SHOP],
        as: HVID,
        numbers: [
          {
            key: expect.any(String) as unknown,
            site: SHOP,
            number: HVID,
            name: 'hvid',
            givenBy: SHOP,
            own: false,
            as: ['address'],
            forms: ['as-such', 'sha256'],
            on: [NEWS],
            requests: 2,
            first: begun,
            last: tale.now(),
          },
        ],
      },
    ]);
  });

  it('is one, whichever of its domains it is seen with, and is found by each of them', async () => {
    const tale = story().visits(HOME).setCookie(hvid());
    const [own] = identifiersIn(tale);
    tale.happens(sendsTo('facebook.com', own, {})).happens(sendsTo('facebook.net', own, { form: 'md5' }));
    expect(await namesOf(tale)).toEqual(['Facebook']);
    const report = await of(tale, 'facebook.net');
    expect(report).toMatchObject({ domain: 'facebook.com', domains: ['facebook.com', 'facebook.net'] });
    expect(report.groups[0]?.numbers).toMatchObject([{ forms: ['as-such', 'md5'], requests: 2 }]);
  });

  it('also knows the person on its own site, once it does elsewhere', async () => {
    const tale = story().visits(HOME).setCookie(hvid());
    expect(await namesOf(tale)).toEqual([]);
    tale.visits('https://metrics.example/').setCookie(uid());
    expect(await namesOf(tale)).toEqual([]);
    tale.visits(HOME).setCookie(uid(), { from: PIXEL });
    expect(await namesOf(tale)).toEqual(['metrics.example']);
    expect((await of(tale, 'metrics.example')).sites).toEqual([METRICS, SHOP]);
  });

  it('knows nobody any more once its number has ended or its date is over', async () => {
    const tale = story().visits(HOME).setCookie(hvid()).setCookie(uid(), { from: PIXEL });
    tale.asksInAddress('https://ads.example/p', 'hvid', 'v');
    expect(await namesOf(tale)).toEqual(['ads.example', 'metrics.example']);
    tale.loses('hvid');
    expect(await namesOf(tale)).toEqual(['metrics.example']);
    const ledger = await tale.told();
    expect(await allCompanies(ledger, tale.now() + 366 * 86_400_000)).toEqual([]);
    expect(await companyReport(ledger, 'ads.example' as Domain, tale.now())).toBeNull();
  });

  it('of two containers is not said to be able to join them, though the number is the same', async () => {
    const tale = story().inStore('firefox-default').visits(HOME).setCookie(uid(), { from: PIXEL });
    tale.inStore('firefox-container-1').visits(PAPER).setCookie(uid(), { from: PIXEL });
    expect(await of(tale, 'metrics.example')).toMatchObject({ joined: 'none', as: null, sites: [NEWS, SHOP] });
  });

  it('stands before others that know the person on fewer sites', async () => {
    const tale = story().visits(HOME).setCookie(hvid());
    tale.asksInAddress('https://ads.example/p', 'hvid', 'v').setCookie(uid(), { from: PIXEL });
    tale.visits(PAPER).setCookie(uid(), { from: PIXEL });
    expect(await namesOf(tale)).toEqual(['metrics.example', 'ads.example']);
    expect(await allCompanies(await tale.told(), tale.now())).toMatchObject([
      { joined: 'all' },
      { joined: 'one-site', sites: [SHOP], numbers: [HVID], as: HVID },
    ]);
  });
});
