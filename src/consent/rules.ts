import type { RuleId, RuleSource } from '#core/visit.ts';

const EPRIVACY: RuleSource = {
  name: 'Directive 2002/58/EC (ePrivacy)',
  part: 'Art. 5(3)',
  url: 'https://eur-lex.europa.eu/eli/dir/2002/58/2009-12-19',
};
const GDPR = 'https://eur-lex.europa.eu/eli/reg/2016/679/oj';
const CONSENT: RuleSource = { name: 'Regulation (EU) 2016/679 (GDPR)', part: 'Art. 4(11)', url: GDPR };
const WITHDRAWAL: RuleSource = { name: 'Regulation (EU) 2016/679 (GDPR)', part: 'Art. 7(3)', url: GDPR };
const OBJECTION: RuleSource = { name: 'Regulation (EU) 2016/679 (GDPR)', part: 'Art. 21(1) to (3)', url: GDPR };
const planet49 = (part: string): RuleSource => ({
  name: 'Court of Justice of the European Union, C-673/17 (Planet49)',
  part,
  url: 'https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:62017CJ0673',
});
const tcf = (part: string): RuleSource => ({
  name: 'IAB Europe, Transparency & Consent Framework Policies',
  part,
  url: 'https://iabeurope.eu/iab-europe-transparency-consent-framework-policies/',
});

/**
 * Where each rule comes from. A finding says that something is not as this has it, by what a browser can see; whether it is
 * against the law is for others to say.
 */
export const RULES: Readonly<Record<RuleId, readonly RuleSource[]>> = {
  'before-choice': [EPRIVACY, CONSENT],
  'after-refusal': [EPRIVACY],
  'after-withdrawal': [WITHDRAWAL, EPRIVACY],
  'longer-than-declared': [planet49('operative part 3: the duration of the operation of cookies'), EPRIVACY],
  'consent-without-press': [planet49('operative part 1: no consent by a box that is ticked beforehand'), CONSENT],
  'refusal-stored-as-consent': [CONSENT, tcf('Chapter II: a signal only of what a person chose')],
  'legitimate-interest-left-on': [OBJECTION, tcf('Chapter II: the right to object')],
  'gpc-not-honoured': [
    {
      name: 'California Code of Regulations, Title 11 (CCPA Regulations)',
      part: '§ 7025(c)(1)',
      url: 'https://www.law.cornell.edu/regulations/california/11-CCR-7025',
    },
    { name: 'W3C, Global Privacy Control', part: 'the Sec-GPC header field', url: 'https://www.w3.org/TR/gpc/' },
  ],
  'hit-contradicts-choice': [
    CONSENT,
    {
      name: 'Google, Consent Mode',
      part: 'gcs and gcd',
      url: 'https://developers.google.com/tag-platform/security/concepts/consent-mode',
    },
    tcf('Chapter III: vendors act by the signal they get'),
  ],
};
