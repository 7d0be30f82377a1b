import type { ConsentPurpose, ConsentRecord } from '#core/consent.ts';
import type { BannerUndone, PurposeStored, Receipt, ReceiptOutcome, VendorsStored } from '#core/receipt.ts';
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { day } from './amounts.ts';
import { Basis } from './basis.tsx';
import { Marker, Row, Table } from './evidence-table.tsx';
import { joinedText } from './join.ts';
import { useNow } from './now.ts';
import { Given } from './number.tsx';
import { bannerWords } from './words-banner.ts';

function purposesText(purposes: readonly ConsentPurpose[]): ComponentChildren {
  return <b>{joinedText([...new Set(purposes)].map((purpose) => bannerWords.purpose[purpose]()))}</b>;
}

function storedText(stored: readonly PurposeStored[], vendors: readonly VendorsStored[] = []): ComponentChildren {
  return stored.length > 0 || vendors.length === 0
    ? purposesText(stored.map(({ purpose }) => purpose))
    : bannerWords.vendors();
}

/** What was pressed, where that is all that can be said. */
function didText({ wanted, instead }: Receipt): string {
  if (instead === 'refuse' || wanted?.is === 'refuse') return bannerWords.did.refuse();
  return wanted?.is === 'accept' ? bannerWords.did.accept() : bannerWords.did.some();
}

/** What came of it, in a sentence. */
function outcomeSays(receipt: Receipt): ComponentChildren {
  const of = receipt.outcome;
  switch (of.is) {
    case 'refused-but-stored':
      return bannerWords.outcome[of.is](storedText(of.stored, of.vendors));
    case 'chosen-but-stored':
      return bannerWords.outcome[of.is](
        of.more.length + of.vendors.length > 0 ? storedText(of.more, of.vendors) : purposesText(of.missing),
      );
    case 'accepted-but-stored':
      return bannerWords.outcome[of.is](purposesText(of.missing));
    case 'answered':
      return of.stored.length === 0
        ? bannerWords.outcome.answeredNone()
        : bannerWords.outcome[of.is](storedText(of.stored));
    case 'not-read-back':
      return `${didText(receipt)} ${bannerWords.notRead[of.why]()}`;
    case 'could-not':
      return of.why === 'stood-again' ? bannerWords.outcome.again() : bannerWords.outcome[of.is]();
    case 'refused':
    case 'as-chosen':
    case 'accepted':
    case 'hidden':
    case 'pay-or-accept':
    case 'left':
    case 'no-banner':
      return bannerWords.outcome[of.is]();
  }
}

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
      {outcomeSays(of)}
      {of.instead !== undefined && ` ${bannerWords.instead()}`}
      {of.undone !== undefined && ` ${bannerWords.undone()}`}
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

/** What became of the site’s banner last, and, where it was answered, what takes the answer back. */
export function LastBanner({
  of,
  undo,
}: {
  readonly of: Receipt;
  /** Takes it back; what went wrong otherwise is said by whoever is asked. */
  readonly undo: (receipt: string) => Promise<BannerUndone | null>;
}) {
  const [came, say] = useState<BannerUndone | null>(null);
  const press = async (): Promise<void> => say(await undo(of.id));
  return (
    <>
      <p>
        <BannerSays of={of} />
      </p>
      <p class="soft small">{day(of.at, useNow())}</p>
      {mayBeUndone(of) && (
        <p>
          <button type="button" class="button" title={bannerWords.undoDoes()} onClick={() => void press()}>
            {bannerWords.undo()}
          </button>
        </p>
      )}
      {came !== null && came !== 'undone' && <p role="status">{bannerWords.notUndone[came]()}</p>}
    </>
  );
}
