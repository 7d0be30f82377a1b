/** A parameter that brings a number along in a link, from the site that the link stands on to the one it leads to. */
export interface LinkId {
  readonly parameter: string;
  /** Whose it is, as people call it. */
  readonly vendor: string;
  /** What it names: one press of one person on one link, or the person. */
  readonly names: 'click' | 'person';
}

const CLICKS: Readonly<Record<string, readonly string[]>> = {
  'Google Ads': ['gclid', 'wbraid', 'gbraid'],
  'Google Campaign Manager': ['dclid'],
  'Google Merchant Center': ['srsltid'],
  Meta: ['fbclid'],
  Instagram: ['igshid', 'igsh'],
  'Microsoft Advertising': ['msclkid'],
  TikTok: ['ttclid'],
  X: ['twclid'],
  Yandex: ['yclid', 'ysclid', '_openstat'],
  Pinterest: ['epik'],
  Reddit: ['rdt_cid'],
  Snapchat: ['sccid'],
  Quora: ['qclid'],
  Taboola: ['tblci'],
  Criteo: ['cto_pld'],
  Nextdoor: ['ndclid'],
  Impact: ['irclickid'],
  'CJ Affiliate': ['cjevent'],
  Awin: ['awc'],
  Branch: ['_branch_match_id'],
  'Wicked Reports': ['wickedid'],
};

const PEOPLE: Readonly<Record<string, readonly string[]>> = {
  'Google Analytics': ['_gl', '_ga'],
  LinkedIn: ['li_fat_id'],
  Mailchimp: ['mc_eid'],
  MailerLite: ['ml_subscriber', 'ml_subscriber_hash'],
  HubSpot: ['_hsenc', '_hsmi'],
  Marketo: ['mkt_tok'],
  Vero: ['vero_id'],
  Omeda: ['oly_enc_id', 'oly_anon_id'],
  Drip: ['__s'],
};

function entries(of: Readonly<Record<string, readonly string[]>>, names: LinkId['names']): readonly LinkId[] {
  return Object.entries(of).flatMap(([vendor, parameters]) =>
    parameters.map((parameter) => ({ parameter, vendor, names })),
  );
}

const KNOWN = new Map([...entries(CLICKS, 'click'), ...entries(PEOPLE, 'person')].map((one) => [one.parameter, one]));

/**
 * Which of an address's parameters bring a number along in the link (link decoration): click IDs of advertisers, and
 * numbers of people in letters. By their documented names, whatever their case.
 */
export function linkIdsIn(parameters: readonly string[]): readonly LinkId[] {
  const found = parameters.flatMap((parameter) => {
    const known = KNOWN.get(parameter.toLowerCase());
    return known === undefined ? [] : [{ ...known, parameter }];
  });
  return [...new Map(found.map((one) => [one.parameter, one])).values()];
}
