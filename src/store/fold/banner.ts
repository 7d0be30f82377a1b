import type { LedgerEvent } from '#core/event.ts';
import type { Draft } from '../draft.ts';
import { putEvent } from './site.ts';

/** Receipts kept of one site, the latest. */
const MOST = 50;

/** A banner was met: a receipt, and a line of the record. */
export async function foldBanner(draft: Draft, event: Extract<LedgerEvent, { type: 'banner' }>): Promise<void> {
  const { id, at, domain, receipt } = event;
  const isTold = (await draft.get('receipts', id)) !== undefined;
  const kept = (await draft.ofDomain('receipts', domain)).toSorted((a, b) => b.at - a.at);
  for (const old of isTold ? [] : kept.slice(MOST - 1)) draft.remove('receipts', old.key);
  draft.put('receipts', { key: id, domain, at, receipt });
  const line = { id, at, numbers: [], type: 'banner', receipt } as const;
  const row = { key: id, domain, at, rank: 1, type: 'banner', page: null, line } as const;
  // More of what one press led to, or that it was taken back, takes the place of what was told of it.
  if (isTold) draft.put('events', row);
  else await putEvent(draft, row);
}
