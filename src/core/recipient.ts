import type { Company } from './company.ts';
import type { Carriage } from './event.ts';
import type { Form } from './followed.ts';
import type { Domain } from './site.ts';

/** Who got a number, other than the site whose number it is. */
export interface RecipientReport {
  readonly domain: Domain;
  /** Whose domain it is, by a list of the web's companies; `null`: nobody's that is listed. */
  readonly company: Company | null;
  readonly requests: number;
  readonly first: number;
  readonly last: number;
  readonly as: readonly Carriage[];
  /** In which forms, the plainest first; empty where it came in cookies alone. */
  readonly forms: readonly Form[];
  /** The recipient's own numbers that went along (cookie syncing): it can tell that both are one person's. */
  readonly beside: readonly BesideNumber[];
  /** Other sites on whose pages it got it. */
  readonly on: readonly Domain[];
}

/** A number that a recipient has of its own, as it went along with another's. */
export interface BesideNumber {
  readonly key: string;
  readonly name: string;
  readonly number: string;
}
