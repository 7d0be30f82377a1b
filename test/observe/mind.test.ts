import { describe, expect, it } from 'vitest';
import type { LedgerEvent } from '#core/event.ts';
import type { Domain } from '#core/site.ts';
import { type KnownNumber, rememberKnown } from '#observe/known.ts';
import { rememberRecent } from '#observe/recent.ts';
import { story } from '../support/fakes/story.ts';

const [SHOP, NEWS, METRICS] = ['shop.example', 'news.example', 'metrics.example'] as [Domain, Domain, Domain];
const UUID = '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44';
const OTHER = '0c95d7e4-18b2-4a6f-8d3b-5e2a71c09f86';

function seen(line: string, on: string = SHOP): Extract<LedgerEvent, { type: 'number-seen' }> {
  const [event] = story().setCookie(line, { on }).events();
  if (event?.type !== 'number-seen') throw new Error('nothing was seen');
  return event;
}

const HVID = seen(`hvid=${UUID}; Path=/; Max-Age=31536000`);

describe('the numbers in mind', () => {
  async function numbers(known: ReturnType<typeof rememberKnown>): Promise<readonly string[]> {
    return (await known.ofDomain(SHOP)).map(({ number }) => number);
  }

  it('are read from the ledger once a site', async () => {
    const asked: Domain[] = [];
    const known = rememberKnown(async (domain) => {
      asked.push(domain);
      return domain === SHOP ? [{ identifier: HVID.sighting.identifier, number: UUID }] : [];
    });
    expect(await numbers(known)).toEqual([UUID]);
    await known.ofDomain(SHOP);
    await known.ofDomain(NEWS);
    expect(asked).toEqual([SHOP, NEWS]);
  });

  it('take in what is seen: new, the same again, another value, no number any more', async () => {
    const known = rememberKnown(async () => []);
    expect(await known.note(HVID)).toBe(true);
    expect(await known.note(HVID)).toBe(false);
    expect(await known.note(seen(`hvid=${OTHER}; Path=/; Max-Age=31536000`))).toBe(true);
    expect(await numbers(known)).toEqual([OTHER]);
    await known.note(seen('hvid=off; Path=/'));
    expect(await numbers(known)).toEqual([]);
  });

  it('forget one that is gone on every site, and everything on a wipe', async () => {
    const known = rememberKnown(async () => []);
    await known.note(HVID);
    await known.note({ ...HVID, domain: NEWS });
    known.forget(HVID.sighting.identifier);
    expect(await known.ofDomain(SHOP)).toEqual([]);
    expect(await known.ofDomain(NEWS)).toEqual([]);
    await known.note(HVID);
    known.forgetAll();
    expect(await known.ofDomain(SHOP)).toEqual([]);
  });

  it('are asked for again when they could not be read', async () => {
    let answers: readonly (() => Promise<readonly KnownNumber[]>)[] = [
      async () => await Promise.reject(new Error('disk busy')),
      async () => [{ identifier: HVID.sighting.identifier, number: UUID }],
    ];
    const known = rememberKnown(async () => {
      const [next, ...later] = answers;
      answers = later;
      return next === undefined ? [] : await next();
    });
    const asking = Promise.allSettled([known.ofDomain(SHOP)]);
    known.forget(HVID.sighting.identifier);
    expect(await asking).toMatchObject([{ status: 'rejected', reason: { message: 'disk busy' } }]);
    expect(await numbers(known)).toEqual([UUID]);
  });
});

describe('what happened a moment ago', () => {
  it('names the pages that asked a domain, for half a minute', () => {
    const recent = rememberRecent();
    recent.noteRequest(METRICS, SHOP, 1000);
    recent.noteRequest(METRICS, NEWS, 20_000);
    expect(recent.topsOf(METRICS, 20_000)).toEqual([SHOP, NEWS]);
    expect(recent.topsOf(METRICS, 31_001)).toEqual([NEWS]);
    expect(recent.topsOf(SHOP, 1000)).toEqual([]);
  });

  it('names the script that wrote a name on a site, for ten seconds', () => {
    const recent = rememberRecent();
    const script = 'https://shop.example/app.js';
    recent.noteWrite({ domain: SHOP, name: 'hvid', script }, 1000);
    expect(recent.writerOf(SHOP, 'hvid', 11_000)).toEqual({ how: 'script', script, basis: 'verified' });
    expect(recent.writerOf(SHOP, 'hvid', 11_001)).toBeNull();
    expect(recent.writerOf(NEWS, 'hvid', 1000)).toBeNull();
    expect(recent.writerOf(SHOP, 'other', 1000)).toBeNull();
  });

  it('does not fill the memory under a flood, and still knows the latest', () => {
    const recent = rememberRecent();
    for (let index = 0; index < 20_000; index += 1) {
      recent.noteWrite({ domain: SHOP, name: `c${index}`, script: null }, 0);
      recent.noteRequest(`host-${index}.example` as Domain, SHOP, 0);
    }
    expect(recent.writerOf(SHOP, 'c19999', 0)).not.toBeNull();
    expect(recent.writerOf(SHOP, 'c0', 0)).toBeNull();
    expect(recent.topsOf('host-0.example' as Domain, 0)).toEqual([]);
  });
});
