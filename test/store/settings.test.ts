import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_SETTINGS } from '#core/report.ts';
import { keepSettings, parseSettings, readSettings } from '#store/settings.ts';
import { fakeStorage } from '../support/fakes/keyed-storage.ts';

describe('settings', () => {
  it('are the defaults before anything was set', async () => {
    expect(await readSettings(fakeStorage())).toEqual({ eventDays: 90, sumDays: 730 });
  });

  it('are kept, and what was kept is said', async () => {
    const storage = fakeStorage();
    expect(await keepSettings(storage, { eventDays: 30, sumDays: 365 })).toEqual({ eventDays: 30, sumDays: 365 });
    expect(await readSettings(storage)).toEqual({ eventDays: 30, sumDays: 365 });
  });

  it('are read field by field: one that is damaged does not spoil the other', () => {
    expect(parseSettings({ eventDays: 'thirty', sumDays: 365 })).toEqual({ eventDays: 90, sumDays: 365 });
    expect(parseSettings({ eventDays: 0, sumDays: 3651 })).toEqual(DEFAULT_SETTINGS);
    expect(parseSettings({ eventDays: 1.5, sumDays: Number.NaN })).toEqual(DEFAULT_SETTINGS);
  });

  it('of any shape give whole days within bounds', () => {
    const field = fc.oneof(fc.anything(), fc.integer({ min: -5000, max: 5000 }), fc.double());
    fc.assert(
      fc.property(fc.oneof(fc.anything(), fc.record({ eventDays: field, sumDays: field })), (stored) => {
        for (const days of Object.values(parseSettings(stored))) {
          expect(Number.isInteger(days) && days >= 1 && days <= 3650).toBe(true);
        }
      }),
    );
  });
});
