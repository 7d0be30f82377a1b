import type { BannerReceipt, BannerReport } from '#core/banner.ts';
import type { ConsentPurpose, ConsentRecord, PurposeState } from '#core/consent.ts';
import type { ComponentChildren } from 'preact';
import { day } from './amounts.ts';
import { Basis } from './basis.tsx';
import { Marker, Row, Table } from './evidence-table.tsx';
import { joinedText } from './join.ts';
import { useNow } from './now.ts';
import { Given } from './number.tsx';
import { bannerWords } from './words-banner.ts';

const LEAVE: ReadonlySet<PurposeState> = new Set(['granted', 'not-objected', 'legitimate-interest']);
/** What a site cannot do without is nobody's to refuse. */
const NEVER: ReadonlySet<ConsentPurpose> = new Set(['necessary', 'storage', 'other']);

/** What the site may do all the same, by what it stored. */
function leftText(after: readonly ConsentRecord[]): string {
  const left = after.flatMap(({ purposes }) =>
    purposes.filter(({ is, purpose }) => LEAVE.has(is) && !NEVER.has(purpose)).map(({ purpose }) => purpose),
  );
  return joinedText([...new Set(left)].map((purpose) => bannerWords.purpose[purpose]()));
}

/** What came of it, in a sentence. */
function outcomeSays({ outcome, after }: BannerReceipt): ComponentChildren {
  return outcome === 'stored-otherwise'
    ? bannerWords.outcome['stored-otherwise'](<b>{leftText(after)}</b>)
    : bannerWords.outcome[outcome]();
}

/** Whether what is said of it was looked up in what the site stored. */
function isLookedUp({ outcome }: BannerReceipt): boolean {
  return outcome === 'refused' || outcome === 'stored-otherwise';
}

/** A consent banner, and what was done with it. */
export function BannerSays({ of }: { readonly of: BannerReceipt }) {
  return (
    <>
      {outcomeSays(of)}
      {isLookedUp(of) && (
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
export function BannerEvidence({ of }: { readonly of: BannerReceipt }) {
  return (
    <>
      <Table>
        <Row name={bannerWords.cmp()}>
          <Given text={of.cmp} />
        </Row>
        {of.clicks > 0 && <Row name={bannerWords.mode[of.mode]()}>{bannerWords.clicks(of.clicks)}</Row>}
      </Table>
      <h4>{bannerWords.before()}</h4>
      <Records of={of.before} />
      <h4>{bannerWords.after()}</h4>
      <Records of={of.after} />
    </>
  );
}

/** What became of the site's banner last. */
export function LastBanner({ of: { at, receipt } }: { readonly of: NonNullable<BannerReport['last']> }) {
  return (
    <>
      <p>
        <BannerSays of={receipt} />
      </p>
      <p class="soft small">{day(at, useNow())}</p>
    </>
  );
}
