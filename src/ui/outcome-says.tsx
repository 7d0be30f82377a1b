import type { ConsentPurpose } from '#core/consent.ts';
import type { BannerTold, PurposeStored, VendorsStored } from '#core/receipt.ts';
import type { ComponentChildren } from 'preact';
import { joinedText } from './join.ts';
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
function didText({ wanted, instead }: BannerTold): string {
  if (instead === 'refuse' || wanted?.is === 'refuse') return bannerWords.did.refuse();
  return wanted?.is === 'accept' ? bannerWords.did.accept() : bannerWords.did.some();
}

/** What came of it, in a sentence. */
function outcomeText(receipt: BannerTold): ComponentChildren {
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

/** What came of a banner, in words. */
export function OutcomeSays({ of }: { readonly of: BannerTold }) {
  return (
    <>
      {outcomeText(of)}
      {of.instead !== undefined && ` ${bannerWords.instead()}`}
      {of.undone !== undefined && ` ${bannerWords.undone()}`}
    </>
  );
}
