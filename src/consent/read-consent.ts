import type { ConsentRecord, ConsentText } from '#core/consent.ts';
import { COMPLIANZ, readComplianz } from './complianz.ts';
import { looksLikeVanilla, readOsano, readVanilla } from './cookieconsent.ts';
import { looksLikeCookiebot, readCookiebot } from './cookiebot.ts';
import { readCookieLawInfo, readCookieYes } from './cookieyes.ts';
import { readDidomi } from './didomi.ts';
import { readAdditionalConsent } from './google.ts';
import { looksLikeGpp, readGppString } from './gpp.ts';
import { readOneTrust } from './onetrust.ts';
import { looksLikeSwitches, readKlaro, readOrejime } from './switches.ts';
import { looksLikeTarteaucitron, readTarteaucitron } from './tarteaucitron.ts';
import { looksLikeTcString, readTcString } from './tcf.ts';
import { readUsPrivacy } from './us-privacy.ts';
import { readUsercentrics } from './usercentrics.ts';

/** A value that a site stored. */
export interface StoredText extends ConsentText {
  readonly area: 'cookie' | 'local-storage' | 'session-storage';
}

/** How a form is found among what a site stored, and read. */
type Form = {
  /** Names that are this form's alone: what stands there and is not of the form is said to be unreadable. */
  readonly names: RegExp;
} & (
  | {
      readonly read: (text: ConsentText) => ConsentRecord;
      /** Names that others have, too: read only what has the form. */
      readonly shape?: (value: string) => boolean;
    }
  /** Several values together. */
  | { readonly together: (texts: readonly ConsentText[]) => readonly ConsentRecord[] }
);

/** Which names hold which form, by the standards and the programs' own documents. */
const FORMS: readonly Form[] = [
  { names: /^(?:eu(?:pub)?consent(?:-v2)?|IABTCF_TCString)$/u, read: readTcString },
  { names: /^(?:OTGPPConsent|IABGPP_HDR_GppString|__gpp)$/u, read: readGppString },
  { names: /^(?:us_?privacy|uc_usprivacy|IABUSPrivacy_String)$/u, read: readUsPrivacy },
  { names: /^(?:addtl_?consent|OTAdditionalConsentString|IABTCF_AddtlConsent)$/iu, read: readAdditionalConsent },
  { names: /^(?:OptanonConsent|OptanonAlertBoxClosed|OneTrustWPCCPAGoogleOptOut)$/u, together: readOneTrust },
  { names: /^CookieConsent$/u, read: readCookiebot, shape: looksLikeCookiebot },
  { names: /^(?:uc_settings|uc_user_interaction|uc_tcf|ucData)$/u, together: readUsercentrics },
  { names: /^didomi_(?:token|dcs)$/u, read: readDidomi },
  { names: /^cookieyes-consent$/u, read: readCookieYes },
  { names: /^(?:cookielawinfo-checkbox-.*|viewed_cookie_policy)$/u, together: readCookieLawInfo },
  { names: COMPLIANZ, together: readComplianz },
  { names: /^klaro$/u, read: readKlaro },
  { names: /^eu-consent$/u, read: readOrejime, shape: looksLikeSwitches },
  { names: /^cookieconsent_status$/u, read: readOsano },
  { names: /^cc_cookie$/u, read: readVanilla },
  { names: /^tarteaucitron$/u, read: readTarteaucitron },
];

/** Forms that are known by themselves, whatever their name: sites choose it. */
const SHAPES: readonly (readonly [shape: (value: string) => boolean, read: (text: ConsentText) => ConsentRecord])[] = [
  [looksLikeTcString, readTcString],
  [looksLikeGpp, readGppString],
  [looksLikeVanilla, readVanilla],
  [looksLikeTarteaucitron, readTarteaucitron],
];

/** What is read of a form that its name tells. */
function byName(form: Form, texts: readonly ConsentText[]): readonly ConsentRecord[] {
  if ('together' in form) return form.together(texts);
  const { read, shape } = form;
  return texts.filter(({ value }) => shape === undefined || shape(value)).map((text) => read(text));
}

/** What is read by its form alone, and of that only what could be read: a name that says nothing promises nothing. */
function byShape(text: ConsentText): readonly ConsentRecord[] {
  const read = SHAPES.find(([shape]) => shape(text.value))?.[1];
  const record = read?.(text);
  return record === undefined || record.problem !== null ? [] : [record];
}

/**
 * Finds, among what a site stored, every record of a person's choice, and reads it. Values are as they stand in the
 * browser: percent-encoded if they are. An empty list: no form that is known here stands there, which is not to say
 * that the site asked nothing. Never throws; what stands under a form's own name and cannot be read is said to be.
 */
export function readConsent(stored: readonly StoredText[]): readonly ConsentRecord[] {
  const named = FORMS.map((form) => ({ form, texts: stored.filter(({ name }) => form.names.test(name)) }));
  const taken = new Set(named.flatMap(({ texts }) => texts));
  return [
    ...named.filter(({ texts }) => texts.length > 0).flatMap(({ form, texts }) => byName(form, texts)),
    ...stored.filter((text) => !taken.has(text)).flatMap(byShape),
  ];
}
