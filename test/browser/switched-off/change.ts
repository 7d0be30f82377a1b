/** One change of the source that switches a thing off, and the behaviours that must fail then. */
export interface SwitchedOff {
  readonly off: string;
  readonly fails: readonly string[];
  /** Each text must be there, once or more, or the table is out of date. */
  readonly edits: readonly { readonly file: string; readonly find: string; readonly put: string }[];
}
