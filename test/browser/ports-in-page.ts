import { editHeaders } from '#browser/header-edits.ts';
import { applyHeaderRules, hasHeaderRules, readHeaderRules, ruleAbilities } from '#browser/header-rules.ts';
import type { HeaderRule } from '#core/header-rule.ts';
import type { SetCookie } from '#core/set-cookie.ts';
import { domainOf } from '#core/site.ts';
import { editSetCookie } from '#enforce/edit-headers.ts';
import { compileHeaderRules } from '#enforce/header-rules.ts';
import { type NeverKept, pagesOf } from '#enforce/never-kept.ts';
import { diffHeaderRules, type RuleChanges } from '#enforce/rule-changes.ts';

/** What a page of the extension can be asked once this file is built and run in it. */
export interface Ports {
  readonly hasHeaderRules: boolean;
  /** In the browser's own way: by rules, or by edits for as long as the page stands. */
  readonly neverKeep: (cookies: readonly NeverKept[]) => Promise<void>;
  readonly rules: () => Promise<readonly HeaderRule[]>;
  readonly apply: (changes: RuleChanges) => Promise<readonly number[]>;
}

function isMeant(asked: NeverKept, cookie: SetCookie, page: string): boolean {
  const { name, host, hostOnly, path, partition } = asked.identifier;
  const same = name === cookie.name && host === cookie.host && hostOnly === cookie.hostOnly && path === cookie.path;
  const pages = pagesOf(asked);
  const there = pages === null || pages?.some((one) => one === domainOf(page)) === true;
  return same && there && (partition !== null) === cookie.partitioned;
}

async function neverKeepByRules(cookies: readonly NeverKept[]): Promise<void> {
  const { rules, left } = compileHeaderRules(cookies, ruleAbilities());
  if (left.length > 0) throw new Error(`no rule for ${JSON.stringify(left)}`);
  const refused = await applyHeaderRules(diffHeaderRules(await readHeaderRules(), rules));
  if (refused.length > 0) throw new Error(`refused: ${JSON.stringify(refused)}`);
}

let meant: readonly NeverKept[] = [];

const setHosts = editHeaders({
  response: async (of, headers) => {
    const page = of.resource === 'main_frame' ? of.url : (of.initiator ?? of.url);
    const mayKeep = (cookie: SetCookie): boolean => !meant.some((one) => isMeant(one, cookie, page));
    const edited = editSetCookie(headers as { name: string; value?: string }[], { url: of.url, now: of.at, mayKeep });
    return Promise.resolve(edited.headers);
  },
  request: async (_of, cookie) => Promise.resolve(cookie),
});

const ports: Ports = {
  hasHeaderRules: hasHeaderRules(),
  neverKeep: async (cookies) => {
    meant = cookies;
    if (hasHeaderRules()) await neverKeepByRules(cookies);
    else setHosts({ kept: [], fleeting: cookies.map(({ identifier }) => `*://*.${identifier.host}/*`) });
  },
  rules: readHeaderRules,
  apply: applyHeaderRules,
};

Object.assign(globalThis, { ports });
