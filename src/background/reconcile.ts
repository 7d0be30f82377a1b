import { isPrivateStore } from '#browser/cookies.ts';
import type { LedgerEvent } from '#core/event.ts';
import type { Watching } from '#observe/watching.ts';
import type { Ledger } from '#store/ledger.ts';

/**
 * A browser session began: tabs have new ids, and session cookies and session storage of the last one are gone without
 * a word. What the jar no longer holds is noted as gone.
 */
export async function reconcile(watching: Watching, disk: Ledger): Promise<void> {
  await disk.closeTabs();
  await watching.queue.add(async () => {
    await watching.jar.ready;
    const stored = await disk.tables.all('stored');
    const at = watching.now();
    const gone = stored.filter((row) => {
      if (row.gone || isPrivateStore(row.identifier.store)) return false;
      if (row.identifier.area === 'cookie') return !watching.jar.has(row.identifierKey);
      return row.identifier.area === 'session-storage';
    });
    await watching.take(
      gone.map((row): LedgerEvent => ({
        type: 'number-gone',
        id: watching.newId(),
        at,
        domain: row.domain,
        store: row.identifier.store,
        identifier: row.identifier,
        cause: 'expired',
      })),
    );
  });
}
