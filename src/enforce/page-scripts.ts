import type { PageScript } from '#browser/scripts.ts';

/** The built files' paths. */
export interface PageScriptFiles {
  /** Forgets what is in web storage, then holds. */
  readonly hold: string;
  /** Holds, and touches nothing that is stored. */
  readonly holdNew: string;
  /** Forgets, and holds nothing. */
  readonly forget: string;
}

/**
 * Where numbers are to be held or forgotten. Hosts are registrable domains, which stand for their subdomains too, or
 * hosts of third parties, IP addresses and `localhost`, as addresses write them (punycode, IPv6 in brackets).
 */
export interface PageScriptPlan {
  /** Where nothing may be kept. */
  readonly hold: readonly string[];
  /** Where nothing new may be kept, and something stored was allowed by itself. */
  readonly holdNew: readonly string[];
  /** Where a reset is due and no page is open. */
  readonly forget: readonly string[];
  /** Ask first for all sites: held everywhere, except where it was decided otherwise; `null`: only where named above. */
  readonly everywhere: { readonly except: readonly string[] } | null;
}

/** Ids say what they are for; scripts with other ids are not ours. */
const ID_PREFIX = 'known-as-';

/** Every page of the web. */
export const EVERYWHERE = ['http://*/*', 'https://*/*'];
const IPV4 = /^\d{1,3}(?:\.\d{1,3}){3}$/u;

/**
 * The match pattern of a host, with its subdomains where it can have some; without a port, which stands for all of them.
 * @see https://developer.mozilla.org/en-US/docs/Mozilla/Add-ons/WebExtensions/Match_patterns
 */
export function matchPattern(host: string): string {
  const bare = host.replace(/^\./u, '').replace(/\.$/u, '').toLowerCase();
  if (IPV4.test(bare) || bare.startsWith('[')) return `*://${bare}/*`;
  if (bare.includes(':')) return `*://[${bare}]/*`;
  return `*://*.${bare}/*`;
}

/** Each once, in one order, so that the same plan always makes the same registrations. */
function patternsOf(hosts: readonly string[]): readonly string[] {
  return [...new Set(hosts.map((host) => matchPattern(host)))].toSorted();
}

/** One registration; none where nothing is left of what it was for. */
function script(
  name: string,
  file: string,
  { matches, except }: { readonly matches: readonly string[]; readonly except: readonly string[] },
): readonly PageScript[] {
  const left = matches.filter((pattern) => !except.includes(pattern));
  const excludeMatches = except.filter((pattern) => left.some((other) => overlap(pattern, other)));
  return left.length === 0 ? [] : [{ id: ID_PREFIX + name, file, matches: left, excludeMatches }];
}

/**
 * The registrations a plan needs. Every frame gets one script at most, though a host may be named in several lists or lie
 * below another: where a stored number was allowed by itself nothing is forgotten; then comes what is held, what is only
 * forgotten, and last everywhere.
 */
export function wantedPageScripts(plan: PageScriptPlan, files: PageScriptFiles): readonly PageScript[] {
  const { everywhere } = plan;
  const decided = everywhere === null ? null : patternsOf(everywhere.except);
  // A site that is held with all others and due to be forgotten needs the script that does both.
  const forgetAndHold = plan.forget.filter((host) => decided !== null && !decided.includes(matchPattern(host)));
  const holdNew = patternsOf(plan.holdNew);
  const hold = patternsOf([...plan.hold, ...forgetAndHold]);
  const forget = patternsOf(plan.forget);
  return [
    ...script('hold-new', files.holdNew, { matches: holdNew, except: [] }),
    ...script('hold', files.hold, { matches: hold, except: holdNew }),
    ...script('forget', files.forget, { matches: forget, except: [...new Set([...holdNew, ...hold])].toSorted() }),
    ...(decided === null
      ? []
      : script('everywhere', files.holdNew, {
          matches: EVERYWHERE,
          except: [...new Set([...decided, ...holdNew, ...hold])].toSorted(),
        })),
  ];
}

/** The host in a pattern of ours, without the mark for its subdomains. */
function hostIn(pattern: string): string {
  return pattern.replace(/^[*a-z]+:\/\/(?:\*\.)?/u, '').replace(/\/\*$/u, '');
}

/** Whether some frame could match both. */
function overlap(one: string, other: string): boolean {
  const [a, b] = [hostIn(one), hostIn(other)];
  return a === '*' || b === '*' || a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

/** What to change so that just the wanted scripts are registered: a changed one is unregistered and registered again. */
export interface PageScriptChange {
  readonly unregister: readonly string[];
  readonly register: readonly PageScript[];
}

/** What makes a registration that one; the browser may give patterns back in another order. */
function fieldsOf({ id, file, matches, excludeMatches }: PageScript): string {
  return JSON.stringify([id, file, matches.toSorted(), excludeMatches.toSorted()]);
}

/** Compares what is wanted with what is registered; scripts whose ids begin otherwise are left alone. */
export function pageScriptChange(
  wanted: readonly PageScript[],
  registered: readonly PageScript[],
  prefix = ID_PREFIX,
): PageScriptChange {
  const ours = registered.filter(({ id }) => id.startsWith(prefix));
  return {
    unregister: ours.filter((is) => !wanted.some((want) => fieldsOf(want) === fieldsOf(is))).map(({ id }) => id),
    register: wanted.filter((want) => !ours.some((is) => fieldsOf(want) === fieldsOf(is))),
  };
}
