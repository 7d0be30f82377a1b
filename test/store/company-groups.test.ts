import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CookieIdentifier, identifierKey } from '#core/identifier.ts';
import type { Domain } from '#core/site.ts';
import { companyReports } from '#store/report/companies.ts';
import { type NumberRow, NO_TALLY, type RecipientRow } from '#store/rows.ts';

const NOW = 1_000_000;
const GIVERS = ['metrics.example', 'ads.example', 'one.example'] as const;
const SITES = ['one.example', 'two.example', 'three.example', 'four.example'] as const;

interface Drawn {
  readonly host: string;
  readonly site: string;
  readonly store: string;
  readonly number: string;
  readonly ended: boolean;
}

function numberRow({ host, site, store, number, ended }: Drawn, index: number): NumberRow {
  const identifier: CookieIdentifier = {
    area: 'cookie',
    store,
    partition: null,
    host,
    hostOnly: true,
    path: '/',
    name: 'id',
  };
  return {
    key: `${site}#${index}`,
    domain: site as Domain,
    identifier,
    identifierKey: identifierKey(identifier),
    number,
    value: number,
    party: host === site ? 'first' : 'third',
    verdict: { kind: 'random-id', purpose: 'analytics', confidence: 1, reasons: [], token: null, vendor: null },
    setBy: { how: 'found' },
    since: index,
    lastSeen: index + 1,
    expires: 'never',
    ended: ended ? { at: 1, how: 'removed' } : null,
    endLine: null,
    total: NO_TALLY,
    lastPageAt: null,
  };
}

const drawnNumber = fc.record({
  host: fc.constantFrom(...GIVERS),
  site: fc.constantFrom(...SITES),
  store: fc.constantFrom('0', '1'),
  number: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  ended: fc.boolean(),
});

const drawnRecipient = fc.record({
  number: fc.nat(),
  recipient: fc.constantFrom(...GIVERS),
  beside: fc.array(fc.nat(), { maxLength: 3 }),
  on: fc.subarray([...SITES]),
});

/** A ledger's rows, as far as they matter here. */
const ledgerRows = fc
  .tuple(fc.array(drawnNumber, { minLength: 1, maxLength: 12 }), fc.array(drawnRecipient, { maxLength: 10 }))
  .map(([drawn, received]) => {
    const numbers = drawn.map(numberRow);
    const keyAt = (at: number): string => numbers[at % numbers.length]?.key ?? '';
    const recipients = received.map(({ number, recipient, beside, on }): RecipientRow => ({
      key: `${keyAt(number)}|${recipient}`,
      domain: 'one.example' as Domain,
      number: keyAt(number),
      recipient: recipient as Domain,
      requests: 1,
      first: 0,
      last: 1,
      as: ['address'],
      forms: ['as-such'],
      beside: beside.map(keyAt),
      on: on.map((site) => site as Domain),
    }));
    return { numbers, recipients: [...new Map(recipients.map((row) => [row.key, row])).values()] };
  });

describe('what a company can join', () => {
  it('parts its numbers into groups, each number at work in one, and the sites of all are the company’s', () => {
    fc.assert(
      fc.property(ledgerRows, ({ numbers, recipients }) => {
        const atWork = new Set(numbers.filter(({ ended }) => ended === null).map(({ key }) => key));
        for (const report of companyReports(numbers, recipients, NOW)) {
          const wanted = [
            ...numbers.filter(({ identifier }) => 'host' in identifier && identifier.host === report.domain),
            ...recipients.filter(({ recipient }) => recipient === report.domain).map(({ number }) => ({ key: number })),
          ].filter(({ key }) => atWork.has(key));
          const grouped = report.groups.flatMap((group) => group.numbers.map(({ key }) => key));
          expect(grouped.toSorted()).toEqual([...new Set(wanted.map(({ key }) => key))].toSorted());
          expect(new Set(report.groups.flatMap(({ sites }) => sites))).toEqual(new Set(report.sites));
        }
      }),
    );
  });

  it('never lies in two cookie stores, and has every number of one value in one store together', () => {
    fc.assert(
      fc.property(ledgerRows, ({ numbers, recipients }) => {
        const byKey = new Map(numbers.map((row) => [row.key, row]));
        for (const { groups } of companyReports(numbers, recipients, NOW)) {
          const stores = groups.map(
            (group) => new Set(group.numbers.map(({ key }) => byKey.get(key)?.identifier.store)),
          );
          expect(stores.filter(({ size }) => size !== 1)).toEqual([]);
          const values = groups.flatMap((group) => [
            ...new Set(group.numbers.map(({ key, number }) => `${byKey.get(key)?.identifier.store} ${number}`)),
          ]);
          expect(new Set(values).size).toBe(values.length);
        }
      }),
    );
  });

  it('is the same in whatever order the rows come', () => {
    const shuffled = ledgerRows.chain(({ numbers, recipients }) =>
      fc.record({
        rows: fc.constant({ numbers, recipients }),
        numbers: fc.shuffledSubarray(numbers, { minLength: numbers.length }),
        recipients: fc.shuffledSubarray(recipients, { minLength: recipients.length }),
      }),
    );
    fc.assert(
      fc.property(shuffled, ({ rows, numbers, recipients }) => {
        expect(companyReports(numbers, recipients, NOW)).toEqual(companyReports(rows.numbers, rows.recipients, NOW));
      }),
    );
  });
});
