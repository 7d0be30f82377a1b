/** What was pressed, as the page told it; `null`: nothing. */
export type Pressed = 'accept' | 'reject' | 'save' | null;

/** One thing that a shop did, or that was done at it. */
export type ShopDeed =
  /** A page was asked for; `gpc`: whether `Sec-GPC: 1` came with it. */
  | { readonly at: number; readonly did: 'page'; readonly path: string; readonly gpc: boolean }
  /** It set a cookie; `days`: how long it may be kept, `null` for the browser session. */
  | {
      readonly at: number;
      readonly did: 'set';
      readonly name: string;
      readonly value: string;
      readonly days: number | null;
    }
  | { readonly at: number; readonly did: 'deleted'; readonly name: string }
  /** A choice was stored: what was pressed, and the text that was stored of it. */
  | { readonly at: number; readonly did: 'stored'; readonly pressed: Pressed; readonly text: string };

/** Oldest first. Times: ms since the epoch by the sites' clock. */
export type ShopLog = readonly ShopDeed[];
