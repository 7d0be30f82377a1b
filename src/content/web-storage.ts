import type { Evidence } from '#core/verdict.ts';
import { identify } from '#identify/identify.ts';
import { preview } from '#identify/preview.ts';
import type { StoragePlace, StoredItem } from '#messages/watch.ts';

/** Keys looked at in one area; a page can make up any number. */
const MOST_KEYS = 300;
/** Longest value that is told whole. */
const LONGEST = 4096;

type WebArea = 'local-storage' | 'session-storage';

/** The area, or `null` where the browser refuses it (sandboxed frames, cookies switched off). */
export function areaOf(area: WebArea): Storage | null {
  try {
    return area === 'local-storage' ? localStorage : sessionStorage;
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}

/** Its entries, up to as many as are looked at. */
function entriesOf(storage: Storage | null): readonly (readonly [string, string])[] {
  if (storage === null) return [];
  return Array.from({ length: Math.min(storage.length, MOST_KEYS) }, (_, index) => storage.key(index))
    .filter((key) => key !== null)
    .map((key) => [key, storage.getItem(key) ?? ''] as const);
}

/** What is new in web storage since the last look, judged here so that nothing but numbers leaves the page. */
export function storageLook(party: Evidence['party']): () => {
  readonly items: readonly StoredItem[];
  readonly keys: readonly string[] | null;
  /** Whether there is anything to tell. */
  readonly news: boolean;
} {
  const known: Record<WebArea, Map<string, string>> = { 'local-storage': new Map(), 'session-storage': new Map() };

  const look = (area: WebArea): StoredItem[] => {
    const entries = entriesOf(areaOf(area));
    const before = known[area];
    const now = new Map<string, string>();
    const news: StoredItem[] = [];
    for (const [key, value] of entries) {
      now.set(key, value);
      if (before.get(key) !== value) news.push(judge(area, key, { value, party }));
    }
    known[area] = now;
    return news;
  };

  return () => {
    const before = [...known['local-storage'].keys()];
    const items = [...look('local-storage'), ...look('session-storage')];
    const now = known['local-storage'];
    const all = (areaOf('local-storage')?.length ?? 0) <= MOST_KEYS;
    const news = items.length > 0 || before.some((key) => !now.has(key));
    return { items, keys: all ? [...now.keys()] : null, news };
  };
}

/** One value with all that it holds, whatever we take it for; `null` where there is none. */
export function wholeItem({ area, key }: StoragePlace, party: Evidence['party']): StoredItem | null {
  const value = areaOf(area)?.getItem(key) ?? null;
  return value === null ? null : { ...judge(area, key, { value, party }), value: value.slice(0, LONGEST) };
}

function judge(
  area: WebArea,
  key: string,
  { value, party }: { readonly value: string; readonly party: Evidence['party'] },
): StoredItem {
  const evidence: Evidence = {
    area,
    name: key,
    value,
    host: location.hostname,
    lifetime: area === 'local-storage' ? 'never' : null,
    httpOnly: false,
    party,
  };
  const verdict = identify(evidence);
  const shown = verdict.kind === 'random-id' ? value.slice(0, LONGEST) : (preview(evidence, verdict) ?? '');
  return { area, key, value: shown, verdict };
}
