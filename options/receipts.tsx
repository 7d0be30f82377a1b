import type { SiteReceipt } from '#core/site-receipt.ts';
import type { Domain } from '#core/site.ts';
import { ask, saveFile } from '#messages/ask.ts';
import { moment } from '#ui/amounts.ts';
import { listed } from '#ui/join.ts';
import { useNow } from '#ui/now.ts';
import { Given } from '#ui/number.tsx';
import { optionWords } from '#ui/words-options.ts';
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

/** What can be done with the receipts that are shown. */
function Foot({ says, domain }: { readonly says: string; readonly domain: Domain | null }) {
  const now = useNow();
  return (
    <p class="list-foot">
      <span>
        {says} <small>{receiptWords.asOf(moment(now) ?? '')}</small>
      </span>
      <span class="list-foot not-printed">
        <button type="button" class="button" onClick={() => print()}>
          {receiptWords.print()}
        </button>
        <SaveReceipts domain={domain} />
      </span>
    </p>
  );
}

/** The receipts kept of a site, to be read and printed. */
export function Receipts({ domain }: { readonly domain: Domain }) {
  const { loaded, refresh } = useReport('receipts', { domain }, { domain });
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
            {receipts.length === 0 ? (
              <p>{receiptWords.none()}</p>
            ) : (
              <Foot says={receiptWords.kept(receipts.length)} domain={domain} />
            )}
            {receipts.map((of) => (
              <ReceiptSheet key={of.receipt.id} of={of} />
            ))}
          </div>
        )}
      </Shown>
    </>
  );
}

/** By their sites' names; those of one site newest first, as they come. */
function bySite(receipts: readonly SiteReceipt[]): readonly SiteReceipt[] {
  return receipts.toSorted((one, other) => (one.domain < other.domain ? -1 : one.domain > other.domain ? 1 : 0));
}

/** The receipts of all sites as they are now, to be read and printed. */
export function AllReceipts() {
  const { loaded, refresh } = useReport('latestReceipts', null, { never: true });
  return (
    <>
      <header class="page-lead">
        <p class="crumb not-printed">
          <a href={hashOf({ page: 'settings' })}>{optionWords.settings()}</a>
        </p>
        <h1>
          {receiptWords.head()}: {receiptWords.allSites()}
        </h1>
        <p>{receiptWords.says()}</p>
      </header>
      <Shown loaded={loaded} again={refresh}>
        {({ receipts, left }) => (
          <div class="receipts">
            {receipts.length === 0 ? (
              <p>{receiptWords.noneAtAll()}</p>
            ) : (
              <Foot
                says={listed([
                  receiptWords.count(receipts.length),
                  receiptWords.sites(new Set(receipts.map((of) => of.domain)).size),
                ])}
                domain={null}
              />
            )}
            {left > 0 && <p>{receiptWords.older(left)}</p>}
            {bySite(receipts).map((of) => (
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
