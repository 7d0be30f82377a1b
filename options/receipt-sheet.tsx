import type { ComponentChildren } from 'preact';
import type { ConsentRecord, ConsentText, VendorsSaid } from '#core/consent.ts';
import type { BannerWish } from '#core/receipt.ts';
import type { SiteReceipt } from '#core/site-receipt.ts';
import { figure, moment } from '#ui/amounts.ts';
import { BannerSays } from '#ui/banner.tsx';
import { Row, Table } from '#ui/evidence-table.tsx';
import { visible } from '#ui/hostile.ts';
import { joinedText, listed } from '#ui/join.ts';
import { Given } from '#ui/number.tsx';
import { words } from '#ui/words.ts';
import { bannerWords } from '#ui/words-banner.ts';
import { optionWords } from '#ui/words-options.ts';
import { receiptWords } from '#ui/words-receipt.ts';

function wishText(wanted: BannerWish | null): string {
  if (wanted === null) return receiptWords.wish.unknown();
  if (wanted.is !== 'some') return receiptWords.wish[wanted.is]();
  const purposes = wanted.purposes.map((purpose) => bannerWords.purpose[purpose]());
  return purposes.length === 0 ? receiptWords.wish.none() : receiptWords.wish.some(joinedText(purposes));
}

/** A moment to the second, for people and for machines; nothing where a page stated one that no date can have. */
function Moment({ name, at }: { readonly name: string; readonly at: number | null }) {
  const text = at === null ? null : moment(at);
  if (at === null || text === null) return null;
  return (
    <Row name={name}>
      <time dateTime={new Date(at).toISOString()}>{text}</time>
    </Row>
  );
}

function Program({ of: { name, id, version } }: { readonly of: ConsentRecord['cmp'] }) {
  if (name === null && id === null) return null;
  const rest = [
    ...(id === null ? [] : [receiptWords.programNumber(String(id))]),
    ...(version === null ? [] : [receiptWords.version(visible(version))]),
  ];
  return (
    <Row name={receiptWords.program()}>
      {name !== null && <Given text={name} />} <small>{listed(rest)}</small>
    </Row>
  );
}

const VENDORS = ['granted', 'refused', 'legitimateInterest'] as const;

function Vendors({ of }: { readonly of: VendorsSaid }) {
  const said = VENDORS.flatMap((which) => {
    const counted = of[which];
    return counted === null ? [] : [receiptWords.vendorsBy[which](figure(counted.count))];
  });
  return said.length === 0 ? null : <Row name={receiptWords.vendors()}>{listed(said)}</Row>;
}

/** One text as it stood, in a block of its own. */
function TextBlock({ of: { area, name, value } }: { readonly of: ConsentText }) {
  const shown = visible(value);
  return (
    <div class="receipt-text">
      <p>
        {receiptWords.area[area]()} <code>{visible(name)}</code>
      </p>
      {value === '' ? (
        <p class="soft small">{receiptWords.emptyText()}</p>
      ) : (
        <pre data-text={name}>
          <bdi>{shown}</bdi>
        </pre>
      )}
      {shown !== value && <p class="soft small">{receiptWords.unseen()}</p>}
    </div>
  );
}

/** One form of storing a choice: what it says, and the texts it was read from. */
function RecordSheet({ of }: { readonly of: ConsentRecord }) {
  return (
    <>
      <Table>
        <Row name={receiptWords.form()}>{of.form}</Row>
        <Program of={of.cmp} />
        {of.problem !== null && <Row name={receiptWords.notRead()}>{receiptWords.problem[of.problem]()}</Row>}
        <Row name={receiptWords.chosen()}>{receiptWords.chosenBy[of.by]()}</Row>
        <Moment name={receiptWords.storedFirst()} at={of.at} />
        <Moment name={receiptWords.storedLast()} at={of.updated} />
        {of.purposes.map(({ purpose, name, is }, index) => (
          <Row key={index} name={<Given text={name} />}>
            {bannerWords.is[is]()} <small>{bannerWords.purpose[purpose]()}</small>
          </Row>
        ))}
        <Vendors of={of.vendors} />
      </Table>
      {of.texts.map((text, index) => (
        <TextBlock key={index} of={text} />
      ))}
    </>
  );
}

function Records({ head, of }: { readonly head: ComponentChildren; readonly of: readonly ConsentRecord[] }) {
  return (
    <section class="stack">
      <h3>{head}</h3>
      {of.length === 0 && <p>{bannerWords.nothing()}</p>}
      {of.map((record, index) => (
        <RecordSheet key={index} of={record} />
      ))}
    </section>
  );
}

/** What the outcome is measured by. */
function Measures({ of }: { readonly of: SiteReceipt['measuredBy'] }) {
  if (of.length === 0) return null;
  return (
    <section class="stack receipt-measures">
      <h3>{receiptWords.measured()}</h3>
      <ul>
        {of.map(({ name, part, url }) => (
          <li key={`${name} ${part}`}>
            {name}, {part} <small>{url}</small>
          </li>
        ))}
      </ul>
      <p class="soft small">{receiptWords.measuredSays()}</p>
    </section>
  );
}

/** One receipt, whole: made to be read on paper too. */
export function ReceiptSheet({ of: { domain, receipt, measuredBy } }: { readonly of: SiteReceipt }) {
  const { at, by, cmp, wanted, clicks, outcome, before, after, pressed } = receipt;
  return (
    <article class="sheet sheet-pad stack receipt" data-receipt={outcome.is}>
      <h2>{moment(at)}</h2>
      <Table>
        <Row name={optionWords.site()}>
          <Given text={domain} />
        </Row>
        {cmp !== null && (
          <Row name={bannerWords.cmp()}>
            <Given text={cmp} />
          </Row>
        )}
        <Row name={receiptWords.by()}>{by === 'person' ? receiptWords.person() : words.name()}</Row>
        <Row name={receiptWords.wanted()}>{wishText(wanted)}</Row>
        <Row name={bannerWords.done()}>
          {pressed !== undefined && <Given text={pressed} />}
          {pressed === undefined && (clicks > 0 ? bannerWords.clicks(clicks) : receiptWords.pressedNothing())}
        </Row>
        <Row name={receiptWords.outcome()}>
          <BannerSays of={receipt} />
        </Row>
      </Table>
      <Records head={bannerWords.before()} of={before} />
      <Records head={bannerWords.after()} of={after} />
      <Measures of={measuredBy} />
    </article>
  );
}
