import type { KeyedStorage } from '#browser/storage.ts';
import { fieldsOf } from '#core/fields.ts';
import type { GpcPreference } from '#core/gpc.ts';
import type { Domain } from '#core/site.ts';

const KEY = 'gpc';

/** What is stored may be of another version, or damaged: each field is read by itself. */
export function parseGpc(stored: unknown): GpcPreference {
  const fields = fieldsOf(stored);
  const sites = Object.entries(fieldsOf(fields['sites'])).filter(([, on]) => typeof on === 'boolean');
  return { everyone: fields['everyone'] === true, sites: Object.fromEntries(sites) as Record<Domain, boolean> };
}

export async function readGpc(storage: KeyedStorage): Promise<GpcPreference> {
  return parseGpc(await storage.get(KEY));
}

export async function keepGpc(storage: KeyedStorage, preference: GpcPreference): Promise<void> {
  await storage.set({ [KEY]: preference });
}
