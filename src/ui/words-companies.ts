import { counted, filled, plain, rich } from './say.ts';

/** The texts of the companies that know the person. */
export const companyWords = {
  companies: plain('navCompanies'),
  all: plain('allCompanies'),
  lead: counted('companiesLead'),
  leadSays: plain('companiesSays'),
  leadJoined: counted('companiesJoined'),
  leadJoinedNone: plain('companiesJoinedNone'),
  none: plain('companiesNone'),
  noneSays: plain('companiesNoneSays'),
  filter: plain('filterCompanies'),
  search: plain('searchCompanies'),
  onSeveral: plain('filterOnSeveral'),
  onlyJoined: plain('filterJoined'),
  noneMatch: plain('noCompanyMatches'),
  company: plain('columnCompany'),
  joined: plain('columnJoined'),
  joinedOne: plain('joinedOne'),
  joinedTogether: plain('joinedTogether'),
  joinedPartly: plain('joinedPartly'),
  joinedNot: plain('joinedNot'),
  joinedNothing: plain('joinedNothing'),
  first: plain('columnFirst'),
  last: plain('columnLast'),
  requests: plain('columnRequests'),
  howColumn: plain('columnHowItHas'),

  // One company.
  knowsAs: rich('companyKnowsAs', 'number', 'sites'),
  knowsTogether: rich('companyKnowsTogether', 'sites'),
  knowsSome: rich('companyKnowsSome', 'sites'),
  knowsApart: rich('companyKnowsApart', 'sites'),
  knowsOnOne: plain('companyKnowsOnOne'),
  groupAs: rich('companyGroupAs', 'number', 'sites'),
  groupTogether: filled('companyGroupTogether', 'numbers', 'sites'),
  groupLabel: filled('companyGroupLabel', 'sites'),
  becauseSame: plain('companyBecauseSame'),
  becauseTogether: plain('companyBecauseTogether'),
  sitesHead: plain('companySitesHead'),
  restHead: plain('companyRestHead'),
  allHead: plain('companyAllHead'),
  itsOwn: plain('companyItsOwn'),
  gotIt: filled('companyGotIt', 'how'),
  alsoOnPages: rich('companyAlsoOnPages', 'sites'),
  of: rich('companyNumberOf', 'who'),
  unknown: plain('companyUnknown'),
} as const;

const CATEGORIES: Readonly<Record<string, () => string>> = {
  ad: plain('categoryAd'),
  analytics: plain('categoryAnalytics'),
  cdn: plain('categoryCdn'),
  'consent-provider': plain('categoryConsent'),
  content: plain('categoryContent'),
  'customer-success': plain('categorySupport'),
  hosting: plain('categoryHosting'),
  marketing: plain('categoryMarketing'),
  social: plain('categorySocial'),
  'tag-manager': plain('categoryTags'),
  utility: plain('categoryUtility'),
  video: plain('categoryVideo'),
};

/** What a company does on the web, in a word; `null` where the list does not say. */
export function categoryText(category: string): string | null {
  return CATEGORIES[category]?.() ?? null;
}
