import { outcomeOf } from '#consent/receipt.ts';
import type { ConsentRecord } from '#core/consent.ts';
import type { Press } from '#core/press.ts';
import type { BannerWish, Receipt } from '#core/receipt.ts';
import type { ChoicePage } from './page.ts';

/** What a press led to: what is stored a little later still belongs to it. */
interface Led {
  readonly id: string;
  /** When it was stored first. */
  readonly at: number;
  readonly pressedAt: number;
  readonly before: readonly ConsentRecord[];
}

/** The receipts of what the person presses in pages. */
export interface ReceiptsOfPresses {
  /** The receipt of a press. What is stored in several steps after one press is one choice, under one id. */
  readonly of: (page: ChoicePage, press: Press, stored: Stored) => Receipt;
  /** Whether a press has its receipt. */
  readonly has: (tab: number, press: Press) => boolean;
  readonly closed: (tab: number) => void;
}

interface Stored {
  readonly before: readonly ConsentRecord[];
  readonly after: readonly ConsentRecord[];
}

const WISHES: Readonly<Record<NonNullable<Press['means']>, BannerWish | null>> = {
  accept: { is: 'accept' },
  refuse: { is: 'refuse' },
  choose: null,
};

/** None written yet. */
export function receiptsOfPresses({ now, newId }: { now: () => number; newId: () => string }): ReceiptsOfPresses {
  /** The last one of each tab. */
  const led = new Map<number, Led>();
  const has = (tab: number, press: Press): boolean => led.get(tab)?.pressedAt === press.at;

  return {
    has,
    of: ({ tabId, store }, press, { before: known, after }) => {
      const last = led.get(tabId);
      const isSame = last !== undefined && has(tabId, press);
      const { id, at, before } = isSame ? last : { id: newId(), at: now(), before: known };
      led.set(tabId, { id, at, before, pressedAt: press.at });
      const wanted = press.means === null ? null : WISHES[press.means];
      return {
        id,
        at,
        store,
        by: 'person',
        wanted,
        cmp: after.find((record) => record.cmp.name !== null)?.cmp.name ?? null,
        clicks: 1,
        cosmetic: false,
        before,
        after,
        outcome: outcomeOf({ wanted, answered: { type: 'clicked' }, before, after }),
        ...(press.label !== null && { pressed: press.label }),
        pressedAt: press.at,
      };
    },
    closed: (tab) => void led.delete(tab),
  };
}
