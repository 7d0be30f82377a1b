import type { Company } from './company.ts';
import type { Carriage } from './event.ts';
import type { Form } from './followed.ts';
import type { Personal, VendorName } from './hit.ts';
import type { Domain } from './site.ts';

/** What a person types that others know them by wherever they type it. */
export type Contact = 'email' | 'phone';

/** That what the person typed in a form stood in a request, and how. What it is stays there. */
export interface ContactSent {
  readonly what: Contact;
  readonly form: Form;
  readonly as: Carriage;
  /** The parameter or field that held it; `null` where it has no name. */
  readonly parameter: string | null;
  /** Sent while it was only left in a field: nothing had been submitted. */
  readonly early?: true;
}

/** One thing of the person that somebody got. */
export interface GotOfPerson {
  /** `user`: the name by which the site itself knows them, once they are signed in. */
  readonly what: Personal['what'] | 'user';
  /** In which form, by its very text; or, as far as the request says, in `clear` or `hashed`. */
  readonly form: Form | 'clear' | 'hashed';
  /** `inferred`: it is what the person typed, told by its digest. `stated`: the request says what it is, and not whose. */
  readonly basis: 'stated' | 'inferred';
  readonly early?: true;
}

/** Who got something of the person: to whom a number has a name from then on. */
export interface NamedReport {
  readonly recipient: Domain;
  /** Whose domain it is, by a list of the web's companies; `null`: nobody's that is listed. */
  readonly company: Company | null;
  /** Whose form the request has; `null`: nobody's that is known. */
  readonly vendor: VendorName | null;
  readonly requests: number;
  /** ms since the epoch. */
  readonly first: number;
  readonly last: number;
  readonly got: readonly GotOfPerson[];
}
