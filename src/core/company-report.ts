import type { Carriage } from './event.ts';
import type { Form } from './followed.ts';
import type { Domain } from './site.ts';

/**
 * On how many of the sites where it knows the person a company can tell, by numbers alone, that they are one: on all of
 * them, on some, on none; `one-site` where there is nothing to join.
 */
export type Joined = 'one-site' | 'all' | 'some' | 'none';

/** A number at work by which a company knows the person on a site. Times: ms since the epoch. */
export interface KnownNumber {
  /** Stable key of the number on that site. */
  readonly key: string;
  readonly site: Domain;
  readonly number: string;
  /** The name it is stored under. */
  readonly name: string;
  /** The domain that stores it. */
  readonly givenBy: Domain;
  /** Whether it is the company's own; else it got it. */
  readonly own: boolean;
  /** Of a number that it got: where it stood, in which forms, the plainest first, and on the pages of which other sites. */
  readonly as: readonly Carriage[];
  readonly forms: readonly Form[];
  readonly on: readonly Domain[];
  /** Requests that carried it: to the company, or, where it is its own, at all. */
  readonly requests: number;
  readonly first: number;
  readonly last: number;
}

/** Numbers that a company can tell to be one person's: the same number, or such as went along with one another. */
export interface JoinedNumbers {
  /** In order of their names. */
  readonly sites: readonly Domain[];
  /** The one number that it has on every one of them; `null` where it takes several. */
  readonly as: string | null;
  /** The one that it has on all of them first, then its own. */
  readonly numbers: readonly KnownNumber[];
}

/** One row of the list of companies. */
export interface CompanySummary {
  /** The first of its domains, for links. */
  readonly domain: Domain;
  /** Its domains that were seen, in order of their names. */
  readonly domains: readonly Domain[];
  /** As the web knows it; `null`: nobody lists the domain, which stands for itself. */
  readonly name: string | null;
  /** What it does on the web, by the list of the web's companies. */
  readonly category: string | null;
  /** Sites where it knows the person by a number, in order of their names. */
  readonly sites: readonly Domain[];
  /** The one number that it has on every one of them; `null` where it takes several, or cannot tell. */
  readonly as: string | null;
  /** Distinct numbers, those that serve for several sites first. */
  readonly numbers: readonly string[];
  readonly joined: Joined;
  /** When it was seen with a number last: ms since the epoch. */
  readonly last: number;
}

/** All that is known of one company. */
export interface CompanyReport extends CompanySummary {
  /** Each number stands in one of them; those on most sites first. */
  readonly groups: readonly JoinedNumbers[];
}
