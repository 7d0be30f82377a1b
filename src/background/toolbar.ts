import { showBadge } from '#browser/badge.ts';
import { getTab, visibleTabs, type Tab } from '#browser/tabs.ts';
import { text } from '#browser/words.ts';
import { type Domain, domainOf } from '#core/site.ts';

/** Shows on the toolbar how many numbers are at work on each tab's site. */
export interface Toolbar {
  /** Something changed on these sites; `null`: on any. */
  readonly changed: (domains: readonly Domain[] | null) => void;
  /** A tab came to the front or went to another page. */
  readonly shown: (tabId: number) => void;
}

function titleOf(domain: Domain, numbers: number): string {
  if (numbers === 0) return text('badgeTitle_none', [domain]);
  return text(numbers === 1 ? 'badgeTitle_one' : 'badgeTitle_other', [String(numbers), domain]);
}

/** `count` tells how many numbers are at work on a site, as a private window sees it or as the others do. */
export function runToolbar(count: (domain: Domain, isPrivate: boolean) => Promise<number>): Toolbar {
  const show = async (tab: Tab): Promise<void> => {
    const domain = tab.url === null ? undefined : domainOf(tab.url);
    const numbers = domain === undefined ? 0 : await count(domain, tab.private);
    const title = domain === undefined ? text('extensionName') : titleOf(domain, numbers);
    await showBadge(tab.id, { text: numbers === 0 ? '' : String(numbers), title });
  };
  const refresh = async (domains: readonly Domain[] | null): Promise<void> => {
    for (const tab of await visibleTabs()) {
      const domain = tab.url === null ? undefined : domainOf(tab.url);
      if (domains === null || (domain !== undefined && domains.includes(domain))) await show(tab);
    }
  };
  return {
    changed: (domains) => void refresh(domains).catch(globalThis.reportError),
    shown: (tabId) => {
      const later = async (): Promise<void> => {
        const tab = await getTab(tabId);
        if (tab !== null) await show(tab);
      };
      later().catch(globalThis.reportError);
    },
  };
}
