import type { ConsentRecord } from '#core/consent.ts';
import type { BannerUndone, Receipt, ReceiptOutcome } from '#core/receipt.ts';
import { createContext } from 'preact';
import { useContext, useState } from 'preact/hooks';
import { day } from './amounts.ts';
import { Basis } from './basis.tsx';
import { OutcomeSays } from './outcome-says.tsx';
import { Marker, Row, Table } from './evidence-table.tsx';
import { useNow } from './now.ts';
import { Given } from './number.tsx';
import { bannerWords } from './words-banner.ts';

/** Outcomes that say what the site stored. */
const LOOKED_UP: ReadonlySet<ReceiptOutcome['is']> = new Set([
  'refused',
  'refused-but-stored',
  'as-chosen',
  'chosen-but-stored',
  'accepted',
  'accepted-but-stored',
  'answered',
]);

/** A consent banner, and what was done with it. */
export function BannerSays({ of }: { readonly of: Receipt }) {
  return (
    <>
      {of.by === 'person' && of.pressed !== undefined && <>{bannerWords.youPressed(<Given text={of.pressed} />)} </>}
      <OutcomeSays of={of} />
      {LOOKED_UP.has(of.outcome.is) && (
        <small>
          <Basis how="verified" says={bannerWords.lookedUp()} />
        </small>
      )}
    </>
  );
}

/** One record: each purpose with what is stored of it, and the text as it stood. */
function RecordRows({ of }: { readonly of: ConsentRecord }) {
  const states = new Map(of.purposes.map(({ purpose, name, is }) => [`${purpose} ${name}`, { purpose, name, is }]));
  return (
    <>
      {of.problem !== null && <Row name={of.form}>{bannerWords.unreadable()}</Row>}
      {[...states].map(([key, { purpose, name, is }]) => (
        <Row key={key} name={<Given text={name} />}>
          {bannerWords.is[is]()} <small>{bannerWords.purpose[purpose]()}</small>
        </Row>
      ))}
      {of.texts.map(({ area, name, value }) => (
        <Row key={`${area} ${name}`} name={<code>{name}</code>}>
          <code>
            <Marker value={value} />
          </code>
        </Row>
      ))}
    </>
  );
}

function Records({ of }: { readonly of: readonly ConsentRecord[] }) {
  if (of.length === 0) return <p>{bannerWords.nothing()}</p>;
  return (
    <Table>
      {of.map((record, index) => (
        <RecordRows key={index} of={record} />
      ))}
    </Table>
  );
}

/** The receipt: whose banner it was, what was pressed, and what the site stored before and after. */
export function BannerEvidence({ of }: { readonly of: Receipt }) {
  return (
    <>
      <Table>
        {of.cmp !== null && (
          <Row name={bannerWords.cmp()}>
            <Given text={of.cmp} />
          </Row>
        )}
        {of.clicks > 0 && <Row name={bannerWords.done()}>{bannerWords.clicks(of.clicks)}</Row>}
      </Table>
      <h4>{bannerWords.before()}</h4>
      <Records of={of.before} />
      <h4>{bannerWords.after()}</h4>
      <Records of={of.after} />
    </>
  );
}

/** Whether an answer of ours left anything that could be taken back. */
function mayBeUndone({ by, after, outcome, undone }: Receipt): boolean {
  const answered = LOOKED_UP.has(outcome.is) || outcome.is === 'not-read-back';
  return by === 'known-as' && answered && after.length > 0 && undone === undefined;
}

/**
 * Takes a site's last answer back, by its receipt; `null` for what came of it: it could not be carried out, which whoever
 * is asked says. No such context: it cannot be taken back here.
 */
export const Undoing = createContext<((receipt: string) => Promise<BannerUndone | null>) | null>(null);

/** What became of the site’s banner last, and, where it was answered, what takes the answer back. */
export function LastBanner({ of }: { readonly of: Receipt }) {
  const undo = useContext(Undoing);
  const [came, say] = useState<BannerUndone | null>(null);
  return (
    <>
      <p>
        <BannerSays of={of} />
      </p>
      <p class="soft small">{day(of.at, useNow())}</p>
      {undo !== null && mayBeUndone(of) && (
        <p>
          <button
            type="button"
            class="button"
            title={bannerWords.undoDoes()}
            data-undo-answer
            onClick={() => void undo(of.id).then(say)}
          >
            {bannerWords.undo()}
          </button>
        </p>
      )}
      {came !== null && came !== 'undone' && <p role="status">{bannerWords.notUndone[came]()}</p>}
    </>
  );
}
