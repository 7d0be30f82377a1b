import { applyHeaderRules, readHeaderRules, ruleAbilities } from '#browser/header-rules.ts';
import { compileHeaderRules } from '#enforce/header-rules.ts';
import type { NeverKept } from '#enforce/never-kept.ts';
import { diffHeaderRules } from '#enforce/rule-changes.ts';

/** What one change of the decisions took, in ms. */
export interface ChangeCost {
  readonly compiling: number;
  readonly reading: number;
  readonly applying: number;
  /** From the decision until the rules are in force. */
  readonly whole: number;
}

/** Brings the browser's rules to what was decided, as the background does, and says what it took. */
async function change(cookies: readonly NeverKept[]): Promise<ChangeCost> {
  const begin = performance.now();
  const { rules, left } = compileHeaderRules(cookies, ruleAbilities());
  const compiled = performance.now();
  const current = await readHeaderRules();
  const read = performance.now();
  const refused = await applyHeaderRules(diffHeaderRules(current, rules));
  const end = performance.now();
  if (left.length + refused.length > 0) throw new Error(`${left.length} cookies left, ${refused.length} rules refused`);
  return { compiling: compiled - begin, reading: read - compiled, applying: end - read, whole: end - begin };
}

/** One number of a host of its own; every second is of a Domain. */
function numbered(place: number): NeverKept {
  const host = `number-${place}.example`;
  const hostOnly = place % 2 === 0;
  const identifier = { area: 'cookie', store: '0', partition: null, host, hostOnly, path: '/', name: '_uid' } as const;
  return { identifier, secure: true };
}

/** What the page can be asked. */
export interface RulesBench {
  /** Makes so many numbers known and not to be kept. */
  readonly fill: (count: number) => Promise<void>;
  /** One decision more, and that decision taken back. */
  readonly changeOne: (count: number) => Promise<readonly ChangeCost[]>;
}

const rulesBench: RulesBench = {
  fill: async (count) => {
    await change(Array.from({ length: count }, (_, place) => numbered(place)));
  },
  changeOne: async (count) => {
    const known = Array.from({ length: count }, (_, place) => numbered(place));
    return [await change([numbered(count), ...known]), await change(known)];
  },
};

Object.assign(globalThis, { rulesBench });
