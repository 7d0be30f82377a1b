import { allCookies } from '#browser/cookies.ts';
import { type FramePlace, runFunction } from '#browser/inject.ts';
import { getTab } from '#browser/tabs.ts';
import type { ConsentRecord } from '#core/consent.ts';
import { domainMatches } from '#core/carried.ts';
import { parseUrl } from '#core/url.ts';
import { readGppPing, readTcData, readUspData } from '#consent/live.ts';
import { distinct } from '#consent/record.ts';
import { readConsent, type StoredText } from '#consent/read-consent.ts';
import { within } from '../within.ts';

/** So many values of web storage are looked at, and of each so many signs: a choice is stored in far less. */
const MOST = 300;
const LONGEST = 70_000;
/** A page's interface that does not answer within so many ms does not answer. */
const PATIENCE = 700;
/** A page may keep its own clock from running: so many ms later the frame is not waited for. */
const PATIENCE_WITH_FRAMES = 2000;

/** What stands in the web storage of a frame's origin. Runs in the frame: it is sent as its text. */
function webStorage(most: number, longest: number): readonly (readonly [string, string, string])[] {
  const found: [string, string, string][] = [];
  for (const area of ['local', 'session'] as const) {
    try {
      const storage = area === 'local' ? localStorage : sessionStorage;
      for (let at = 0; at < Math.min(storage.length, most); at += 1) {
        const name = storage.key(at) ?? '';
        found.push([area, name, (storage.getItem(name) ?? '').slice(0, longest)]);
      }
    } catch {
      // A frame without storage.
    }
  }
  return found;
}

/**
 * What the page's own interfaces answer, each as JSON. Runs in the page's world, where everything may be the page's: an
 * interface that throws, never calls back or answers what cannot be written down has no answer.
 */
async function liveAnswers(patience: number, longest: number): Promise<readonly (string | null)[]> {
  type Answer = (data: unknown, success: unknown) => void;
  const asked = (name: string, ask: (call: (...args: unknown[]) => void, answer: Answer) => void) =>
    new Promise<string | null>((resolve) => {
      const late = setTimeout(() => resolve(null), patience);
      const call = (globalThis as unknown as Record<string, unknown>)[name];
      if (typeof call !== 'function') {
        clearTimeout(late);
        resolve(null);
        return;
      }
      try {
        ask(call as (...args: unknown[]) => void, (data) => {
          try {
            resolve(JSON.stringify(data).slice(0, longest));
          } catch {
            resolve(null);
          }
        });
      } catch {
        resolve(null);
      }
    });
  return await Promise.all([
    asked('__tcfapi', (call, answer) => call('getTCData', 2, answer)),
    asked('__gpp', (call, answer) => call('ping', answer)),
    asked('__uspapi', (call, answer) => call('getUSPData', 1, answer)),
  ]);
}

function parsed(text: string | null | undefined): unknown {
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}

async function cookiesFor(url: string, store: string): Promise<readonly StoredText[]> {
  const host = parseUrl(url)?.hostname ?? '';
  const cookies = (await allCookies()).filter(
    ({ identifier }) => identifier.store === store && domainMatches(host, identifier),
  );
  return cookies.map(({ identifier, value }) => ({ area: 'cookie', name: identifier.name, value }));
}

/** Whether a tab shows a page of an address's origin. */
export async function showsOrigin(tabId: number, url: string): Promise<boolean> {
  const shown = (await getTab(tabId))?.url ?? null;
  return shown !== null && parseUrl(shown)?.origin === parseUrl(url)?.origin;
}

/** Where it is looked. */
interface Where {
  readonly url: string;
  readonly store: string;
}

/** What a page's site has stored of a choice, and what its interfaces answer now; of frames, the banner's own. */
export async function lookBack(place: FramePlace, where: Where): Promise<readonly ConsentRecord[]> {
  return (await readBack(place, where)).records;
}

/** The same. `isWhole`: the page itself could be read, which it cannot between two documents; else cookies alone were. */
export async function readBack(
  { tabId, frameId }: FramePlace,
  { url, store }: Where,
): Promise<{ readonly records: readonly ConsentRecord[]; readonly isWhole: boolean }> {
  const frames = [...new Set([0, frameId])];
  const [cookies, live, ...storages] = await Promise.all([
    cookiesFor(url, store),
    within(PATIENCE_WITH_FRAMES, runFunction({ tabId, frameId: 0 }, 'page', liveAnswers, [PATIENCE, LONGEST])),
    ...frames.map(
      async (frame) =>
        await within(PATIENCE_WITH_FRAMES, runFunction({ tabId, frameId: frame }, 'own', webStorage, [MOST, LONGEST])),
    ),
  ]);
  const stored = storages.flatMap((found) =>
    (found ?? []).map(([area, name, value]): StoredText => ({
      area: area === 'local' ? 'local-storage' : 'session-storage',
      name,
      value,
    })),
  );
  // What was read in a page of another site, to which the tab has gone meanwhile, is not this one's.
  if (!(await showsOrigin(tabId, url))) return { records: readConsent(cookies), isWhole: false };
  const [tcf, gpp, usp] = live ?? [];
  // Of the same text, what the page's interface answers stays: it says more.
  const records = distinct([
    ...readConsent([...cookies, ...stored]),
    ...(typeof tcf === 'string' ? readTcData(parsed(tcf)) : []),
    ...(typeof gpp === 'string' ? readGppPing(parsed(gpp)) : []),
    ...(typeof usp === 'string' ? readUspData(parsed(usp)) : []),
  ]);
  return { records, isWhole: Array.isArray(storages[0]) };
}
