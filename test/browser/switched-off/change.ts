import type { Alteration } from '../../support/altered-build.ts';

/**
 * One change of the source that switches a thing off, and the behaviours that must fail then: by their names, or all those
 * of a part, by how their names begin (`blocked a number given by`).
 */
export interface SwitchedOff extends Alteration {
  readonly fails: readonly string[];
  readonly failsAll?: readonly string[];
}
