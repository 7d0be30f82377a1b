/** A request as it leaves, as far as its sender or the browser shows it. */
export interface Hit {
  readonly url: string;
  /** In capitals, as on the wire: `GET`, `POST`. */
  readonly method: string;
  /** By their names in lower case. Two are read: `content-type` and `referer`. */
  readonly headers?: Readonly<Record<string, string>>;
  /** As it is sent, compressed if it is; `null`: there is none, or nobody shows it. */
  readonly body: Uint8Array | string | null;
}

/** Where in a request something stands. */
export interface Place {
  readonly part: 'path' | 'query' | 'body' | 'header';
  /** Its name there; inside JSON and batches the way to it: `batch.0.properties.title`. */
  readonly name: string;
}

/** What a request says, and where. `inferred`: not in so many words, but worked out from what stands there. */
export interface Said<T> {
  readonly value: T;
  readonly place: Place;
  readonly basis: 'stated' | 'inferred';
}

/** What a request says about a visit: one role, one meaning, whatever its vendor calls it. */
export interface Facts {
  /** The random number that this vendor knows the visitor by. */
  readonly visitor?: Said<string>;
  readonly session?: Said<string>;
  /** The name the site itself knows the person by, once they are signed in. */
  readonly user?: Said<string>;
  /** The site's account with the vendor: measurement ID, pixel ID, write key. */
  readonly account?: Said<string>;
  /** The address of the page. */
  readonly page?: Said<string>;
  readonly referrer?: Said<string>;
  readonly title?: Said<string>;
  /** What was searched for on the site. */
  readonly search?: Said<string>;
  /** How long the person spent, in seconds. */
  readonly seconds?: Said<number>;
  /** How far down the page they came, in per cent. */
  readonly scroll?: Said<number>;
  /** The how-manieth visit or session it is. */
  readonly visits?: Said<number>;
  /** When the vendor saw this visitor first, in ms since the epoch. */
  readonly firstVisit?: Said<number>;
  /** What the event is worth, in the currency's main unit. */
  readonly value?: Said<number>;
  /** By ISO 4217. */
  readonly currency?: Said<string>;
  /** The order's number. */
  readonly order?: Said<string>;
  /** What the site says the person consented to, as it stands there. */
  readonly consent?: Said<string>;
}

export type Role = keyof Facts;

/** One thing that was bought or looked at. */
export interface Item {
  readonly id: string | null;
  readonly name: string | null;
  /** For one, in the main unit. */
  readonly price: number | null;
  readonly quantity: number | null;
}

/** That something personal stands in a request. What it is stays there. */
export interface Personal {
  readonly what: 'email' | 'phone' | 'name' | 'address' | 'birth';
  readonly form: 'clear' | 'hashed';
  readonly place: Place;
}

/** What a person did, whatever the vendor calls it. `other`: not known. */
export type Deed =
  | 'page-view'
  | 'search'
  | 'product-view'
  | 'cart'
  | 'checkout'
  | 'order'
  | 'sign-up'
  | 'sign-in'
  | 'identify'
  | 'lead'
  | 'click'
  | 'form'
  | 'download'
  | 'scroll'
  | 'time'
  | 'video'
  | 'error'
  | 'performance'
  | 'recording'
  | 'consent'
  | 'sync'
  | 'other';

/** One event that a request records. */
export interface HitEvent {
  /** As the vendor or the site calls it. */
  readonly name: string;
  readonly deed: Deed;
  readonly facts: Facts;
  readonly items: readonly Item[];
  readonly personal: readonly Personal[];
  /** The same for the same event told twice, to two hosts of one vendor or once more; `null`: nothing in it tells. */
  readonly once: string | null;
}

/** Why a body, or a part of it, could not be read. */
export type Limit =
  /** More than is read of one body, as it is or once it is decompressed. */
  | 'too-large'
  /** Compressed, and cut off or damaged. */
  | 'damaged'
  /** Some characters are no UTF-8. */
  | 'not-utf8'
  /** Begins as JSON, and is none. */
  | 'not-json'
  /** No text: pictures, protocol buffers, encrypted data. */
  | 'binary';

/** What is recorded of a person in a form that nobody but the vendor reads. */
export interface Stream {
  /** Bytes, as sent. */
  readonly size: number;
  /** The time it covers, where that is stated; in ms. */
  readonly milliseconds: number | null;
}

/** Whose request it is. */
export interface VendorName {
  /** Stable: `google-analytics`. */
  readonly id: string;
  /** As people call it. */
  readonly name: string;
}

/** What a request turns out to be. */
export type Reading =
  /** A vendor's, by its shape or because it goes to the vendor's own host. */
  | {
      readonly type: 'hit';
      readonly vendor: VendorName;
      readonly by: 'shape' | 'host';
      readonly events: readonly HitEvent[];
      /** Where the request is, or holds, a recording. */
      readonly stream: Stream | null;
      readonly limits: readonly Limit[];
    }
  /** Goes to a vendor's host, and is none of the vendor's hits as far as they are known. */
  | { readonly type: 'host'; readonly vendor: VendorName }
  /** Nobody's that is known, but it tells of events. */
  | { readonly type: 'unknown'; readonly events: readonly HitEvent[]; readonly limits: readonly Limit[] }
  /** Tells of nothing that can be named. */
  | { readonly type: 'nothing'; readonly limits: readonly Limit[] };
