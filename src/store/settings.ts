import type { KeyedStorage } from '#browser/storage.ts';
import { fieldsOf } from '#core/fields.ts';
import { DEFAULT_SETTINGS, type Settings } from '#core/report.ts';

const KEY = 'settings';

/** A whole number of days within what makes sense; `otherwise` for anything else. */
function days(value: unknown, otherwise: number): number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= 3650 ? value : otherwise;
}

/** What is stored may be of another version, or damaged: each field is read by itself. */
export function parseSettings(stored: unknown): Settings {
  const fields = fieldsOf(stored);
  return {
    eventDays: days(fields['eventDays'], DEFAULT_SETTINGS.eventDays),
    sumDays: days(fields['sumDays'], DEFAULT_SETTINGS.sumDays),
  };
}

export async function readSettings(storage: KeyedStorage): Promise<Settings> {
  return parseSettings(await storage.get(KEY));
}

/** Keeps settings; gives back what was really kept. */
export async function keepSettings(storage: KeyedStorage, settings: unknown): Promise<Settings> {
  const kept = parseSettings(settings);
  await storage.set({ [KEY]: kept });
  return kept;
}
