/** A request as a site with logins wrote it down. */
export interface SignedRequest {
  readonly method: string;
  readonly path: string;
  /** Whom the site's own session said it came from; `null`: nobody who is signed in. */
  readonly who: string | null;
  /** The number that came with it; `null`: none. */
  readonly number: string | null;
}

/** What a site with logins wrote down, oldest first. */
export interface SessionLog {
  readonly requests: readonly SignedRequest[];
  /** Each number it gave. */
  readonly given: readonly string[];
  /** What was posted with a valid form token by somebody who was signed in. */
  readonly notes: readonly { readonly who: string; readonly text: string }[];
  /** How many posts were refused for their form token. */
  readonly refused: () => number;
}
