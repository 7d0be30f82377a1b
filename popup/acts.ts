import type { Said } from '#core/correction.ts';
import type { GpcSupport } from '#core/gpc.ts';
import type { Identifier } from '#core/identifier.ts';
import type { Choice } from '#core/mode.ts';
import type { BannerUndone } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import type { Tried } from '#core/tried.ts';

/** What the popup can do; `main.tsx` wires it to the browser. What the person decides ends once it was carried out. */
export interface Acts {
  /** Asks for the report once more. */
  readonly again: () => void;
  /** Shows another month (`2026-10`). */
  readonly showMonth: (month: string) => void;
  /** Opens one of our own pages, by its path in the extension. */
  readonly openPage: (path: string) => void;
  /** The browser's own question for an origin (`null`: for all); false when the person said no. */
  readonly requestAccess: (origin: string | null) => Promise<boolean>;
  /** Chooses for a site; `null` makes it undecided again. */
  readonly choose: (domain: Domain, choice: Choice | null) => Promise<void>;
  /** Chooses for one stored value; `null`: the site's choice counts for it again. */
  readonly chooseForThis: (of: {
    readonly domain: Domain;
    readonly identifier: Identifier;
    readonly choice: Choice | null;
  }) => Promise<void>;
  /** Says what one stored value is; `null` takes it back. */
  readonly correct: (of: {
    readonly domain: Domain;
    readonly identifier: Identifier;
    readonly is: Said | null;
  }) => Promise<void>;
  /** Asks the page twice without cookies, and tells what came of it for one stored value. */
  readonly tryWithoutCookies: (identifier: Identifier) => Promise<Tried>;
  /** Chooses Global Privacy Control for a site; `null`: what holds for all counts there. */
  readonly chooseGpc: (domain: Domain, on: boolean | null) => Promise<void>;
  /** Asks a site what it states of it. */
  readonly lookUpGpc: (domain: Domain) => Promise<GpcSupport>;
  /** Replaces the site's numbers once. */
  readonly resetNow: (domain: Domain) => Promise<void>;
  /** Holds nothing back here, or everywhere (`null`), for so many minutes or until told (`null`). */
  readonly pause: (domain: Domain | null, minutes: number | null) => Promise<void>;
  readonly resume: (domain: Domain | null) => Promise<void>;
  /** Nothing is held back here until told, and the tab is loaded again. */
  readonly looksBroken: (domain: Domain) => Promise<void>;
  /** Brings back what was taken away; tells whether a fresh look found it. */
  readonly bringBack: (key: string) => Promise<boolean>;
  /** Takes back what was answered to the site's banner, by its receipt; tells what came of that. */
  readonly undoBanner: (domain: Domain, receipt: string) => Promise<BannerUndone>;
}

/** The same for one site, as its views press it: what fails is shown by whoever made these. */
export interface SitePresses {
  readonly choose: (choice: Choice | null) => void;
  readonly chooseForThis: (identifier: Identifier, choice: Choice | null) => void;
  readonly correct: (identifier: Identifier, is: Said | null) => void;
  /** What came of it; `null`: it could not be carried out. */
  readonly tryWithoutCookies: (identifier: Identifier) => Promise<Tried | null>;
  readonly chooseGpc: (on: boolean | null) => void;
  /** What the site states; `null`: it could not be carried out. */
  readonly lookUpGpc: () => Promise<GpcSupport | null>;
  readonly resetNow: () => void;
  readonly pause: (of: { readonly everywhere: boolean; readonly minutes: number | null }) => void;
  readonly resume: () => void;
  readonly looksBroken: () => void;
  /** Whether a fresh look found it; `null`: it could not be carried out. */
  readonly bringBack: (key: string) => Promise<boolean | null>;
  /** What came of it; `null`: it could not be carried out. */
  readonly undoBanner: (receipt: string) => Promise<BannerUndone | null>;
}
