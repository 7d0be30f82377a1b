import type { HeaderRule } from '#core/header-rule.ts';
import type { CookieIdentifier } from '#core/identifier.ts';
import { parseSetCookie } from '#core/set-cookie.ts';
import type { NeverKept } from '#enforce/never-kept.ts';
import type { RuleChanges } from '#enforce/rule-changes.ts';
import type { TestBrowser } from '../support/browser.ts';
import { runModule } from '../support/run-module.ts';
import type { Ports } from './ports-in-page.ts';

declare global {
  /** In the page where it was built into. */
  // oxlint-disable-next-line no-var -- a property of the page's global object
  var ports: Ports;
}

/** A page of the extension that runs the ports themselves, as the background does. */
export interface PortPage {
  readonly hasHeaderRules: boolean;
  readonly neverKeep: (cookies: readonly NeverKept[]) => Promise<void>;
  readonly rules: () => Promise<readonly HeaderRule[]>;
  readonly apply: (changes: RuleChanges) => Promise<readonly number[]>;
}

/** Opens a page of the extension with the ports in it. */
export async function openPorts(browser: TestBrowser): Promise<PortPage> {
  const page = await browser.optionsPage();
  await runModule(page, new URL('ports-in-page.ts', import.meta.url));
  return {
    hasHeaderRules: await page.evaluate(() => globalThis.ports.hasHeaderRules),
    neverKeep: async (cookies) => {
      await page.evaluate(async (given) => await globalThis.ports.neverKeep(given), cookies);
    },
    rules: async () => await page.evaluate(async () => await globalThis.ports.rules()),
    apply: async (changes) => await page.evaluate(async (given) => await globalThis.ports.apply(given), changes),
  };
}

/** The cookie a line sets from an address, not to be kept; but for what is said of it otherwise. */
export function neverKept(url: string, line: string, but: Partial<CookieIdentifier> = {}): NeverKept {
  const parsed = parseSetCookie(line, { url, now: Date.now() });
  if (!parsed.ok) throw new Error(`${line}: ${parsed.error}`);
  const { name, host, hostOnly, path, secure } = parsed.cookie;
  const identifier = { area: 'cookie', store: '0', partition: null, host, hostOnly, path, name } as const;
  return { identifier: { ...identifier, ...but }, secure };
}

/** A stored cookie, as the extension is told of it. */
export interface JarCookie {
  readonly name: string;
  readonly value: string;
  /** With a leading dot where it is not host-only. */
  readonly domain: string;
  readonly path: string;
  readonly under: string | null;
}

/** Every cookie of some hosts, whatever partition it is in. */
export async function jarOf(browser: TestBrowser, hosts: string): Promise<readonly JarCookie[]> {
  return await browser.inExtension(async (part) => {
    const cookies = await chrome.cookies.getAll({ partitionKey: {} });
    return cookies
      .filter(({ domain }) => domain.includes(part))
      .map(({ name, value, domain, path, partitionKey }) => {
        return { name, value, domain, path, under: partitionKey?.topLevelSite ?? null };
      });
  }, hosts);
}
