import type { Deed, Item, Personal } from '#core/hit.ts';
import type { Json } from '#core/json.ts';
import type { Opened } from '../body/content.ts';
import type { Fields } from '../body/parameters.ts';
import type { Layers } from './layers.ts';
import type { At } from './take.ts';

/** A vendor: whose hosts, and what its hits look like. One file each, as data. */
export interface Vendor {
  /** Stable, and the name of its file: `google-analytics`. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
  /** Its own hosts; what is below them counts. None for what is always self-hosted. */
  readonly hosts: readonly string[];
  /** In their order: the first that fits is it. */
  readonly hits: readonly HitKind[];
}

/** One sort of hit of a vendor. */
export interface HitKind {
  readonly when: When;
  /** Where its events are. Without: the hit is one event. */
  readonly events?: Split;
  /** Where an event's name stands, the first that has one. */
  readonly name?: readonly At<string>[];
  /** Its name where none stands there, in the vendor's own words (`pageview`). */
  readonly unnamed?: string;
  /** What a name means here, in lower case, where its words do not tell. `*`: all others. */
  readonly deeds?: Readonly<Record<string, Deed>>;
  readonly roles: Roles;
  readonly items?: readonly ItemsAt[];
  readonly personal?: Partial<Record<Personal['what'], readonly At<Personal['form']>[]>>;
  /** What makes the same event told twice the same: all of these together. */
  readonly once?: readonly string[];
  /** It is a recording, or holds one; and the ms that it covers, where that is stated. */
  readonly stream?: readonly At<number>[];
}

/** What makes a request this sort of hit: all that is given holds. */
export interface When {
  /** `own`: it goes to one of the vendor's hosts. Without: to any, so that its shape alone must tell. */
  readonly host?: 'own' | RegExp;
  /** Against the path, matrix parameters included. */
  readonly path?: RegExp;
  /** Parameters of the query or the path that are there, and what they look like. */
  readonly query?: Readonly<Record<string, RegExp | true>>;
  /** Ways into the body at whose ends there is something, and what it looks like as text. */
  readonly body?: Readonly<Record<string, RegExp | true>>;
  /** Whether there is a body. */
  readonly hasBody?: boolean;
}

/** Where each role stands, the surest place first. */
export interface Roles {
  readonly visitor?: readonly At<string>[];
  readonly session?: readonly At<string>[];
  readonly user?: readonly At<string>[];
  readonly account?: readonly At<string>[];
  readonly page?: readonly At<string>[];
  readonly referrer?: readonly At<string>[];
  readonly title?: readonly At<string>[];
  readonly search?: readonly At<string>[];
  readonly seconds?: readonly At<number>[];
  readonly scroll?: readonly At<number>[];
  readonly visits?: readonly At<number>[];
  readonly firstVisit?: readonly At<number>[];
  readonly value?: readonly At<number>[];
  readonly currency?: readonly At<string>[];
  readonly order?: readonly At<string>[];
  readonly consent?: readonly At<string>[];
}

/** A list of things bought or looked at, and how its fields are called where not as most do. */
export interface ItemsAt {
  readonly at: string;
  readonly id?: string;
  readonly name?: string;
  readonly price?: string;
  readonly quantity?: string;
  /** Where it is no list of objects. */
  readonly take?: (found: Json) => readonly Item[] | undefined;
}

/** A request, opened for the vendors to look at. */
export interface OpenHit {
  readonly url: URL;
  readonly method: string;
  readonly query: Fields;
  /** Matrix parameters of the path. */
  readonly matrix: Fields;
  readonly body: Opened;
  /** Body, query, matrix parameters and header, in this order. */
  readonly layers: Layers;
}

/**
 * Where events are: the way to a list (or to a single event) in the body, the first that is there; `''` where the body
 * is the list, each of its lines one event where it has lines. Or, where it takes more to find them, a function: it gives
 * for each event its own layers, the nearest first; those of the hit are asked after them.
 */
export type Split = readonly string[] | ((hit: OpenHit) => readonly Layers[]);
