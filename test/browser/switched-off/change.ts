import type { Alteration } from '../../support/altered-build.ts';

/** One change of the source that switches a thing off, and the behaviours that must fail then. */
export interface SwitchedOff extends Alteration {
  readonly fails: readonly string[];
}
