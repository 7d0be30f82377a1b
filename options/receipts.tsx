import type { Domain } from '#core/site.ts';
import { ask, saveFile } from '#messages/ask.ts';
import { Given } from '#ui/number.tsx';
import { receiptWords } from '#ui/words-receipt.ts';
import { ReceiptSheet } from './receipt-sheet.tsx';
import { hashOf } from './route.ts';
import { receiptParts, receiptsName } from './save.ts';
import { Saves } from './saves.tsx';
import { Shown } from './shown.tsx';
import { useReport } from './use-report.ts';

/** Saves the receipts of a site, or of all (`null`), as JSON. */
export function SaveReceipts({ domain }: { readonly domain: Domain | null }) {
  return (
    <Saves
      name={domain === null ? receiptWords.saveAll() : receiptWords.save()}
      save={async (now) => {
        const parts = await receiptParts(async (after) => ask('receiptsFile', { domain, after, savedAt: now }));
        saveFile(receiptsName(domain, now), parts);
      }}
    />
  );
}

/** The receipts kept of a site, to be read and printed. */
export function Receipts({ domain }: { readonly domain: Domain }) {
  const { loaded, refresh } = useReport('receipts', { domain }, domain);
  return (
    <>
      <header class="page-lead">
        <p class="crumb not-printed">
          <a href={hashOf({ page: 'site', domain })}>
            <Given text={domain} />
          </a>
        </p>
        <h1>
          {receiptWords.head()}: <Given text={domain} />
        </h1>
        <p>{receiptWords.says()}</p>
      </header>
      <Shown loaded={loaded} again={refresh}>
        {(receipts) => (
          <div class="receipts">
            <p class="list-foot">
              <span>{receipts.length === 0 ? receiptWords.none() : receiptWords.kept(receipts.length)}</span>
              {receipts.length > 0 && (
                <span class="list-foot not-printed">
                  <button type="button" class="button" onClick={() => print()}>
                    {receiptWords.print()}
                  </button>
                  <SaveReceipts domain={domain} />
                </span>
              )}
            </p>
            {receipts.map((of) => (
              <ReceiptSheet key={of.receipt.id} of={of} />
            ))}
          </div>
        )}
      </Shown>
    </>
  );
}

/** The way to the receipts of a site. */
export function ReceiptsLink({ domain }: { readonly domain: Domain }) {
  return (
    <p>
      <a href={hashOf({ page: 'receipts', domain })} data-receipts>
        {receiptWords.open()}
      </a>
    </p>
  );
}
