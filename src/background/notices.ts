import { clearNotice, onNotices, showNotice } from '#browser/notifications.ts';
import { onDisk } from '#browser/storage.ts';
import { openOwnPage, type Tab, visibleTabs } from '#browser/tabs.ts';
import type { Calendar } from '#core/calendar.ts';
import type { NoticeSettings } from '#core/control.ts';
import { forgetTold, howToTell, NOTHING_TOLD, noteTold } from '#core/notice.ts';
import { chosenFor } from '#core/policy.ts';
import type { SiteReport } from '#core/report.ts';
import { type Domain, domainOf } from '#core/site.ts';
import { readNotice } from '#store/policy.ts';
import { siteReport } from '#store/report/site.ts';
import { keepTold, readTold } from '#store/told.ts';
import { type CardHears, type CardPlace, putCard, tellCard } from './cards.ts';
import { choose, type Deciding } from './control/decisions.ts';
import { ordinary } from './control/resets.ts';
import { withholdsEverywhere } from './control/never-kept.ts';
import { contentOf, NOTICE_CHOICES, siteOfNotice, systemNotice } from './telling.ts';

/** Tells the person of a site's number: once a site, quietly, and not too often. */
export interface Notices {
  /** Something changed on these sites; `null`: on any. */
  readonly changed: (domains: readonly Domain[] | null) => void;
  readonly cards: CardHears;
  /** A tab goes to another page or is gone, and with it a card that was put into it. */
  readonly left: (tabId: number) => void;
  /** What was told of a site is forgotten; `null`: all. */
  readonly forget: (domain: Domain | null) => Promise<void>;
}

/** What telling needs beside what deciding does. */
export interface Telling {
  readonly deciding: Deciding;
  readonly calendar: Calendar;
}

function later(work: Promise<unknown>): void {
  work.catch(globalThis.reportError);
}

/** Tells by cards and notifications, as the settings say. Call on the first tick. */
export function tellOfNumbers({ deciding, calendar }: Telling): Notices {
  const { control } = deciding;
  /** Tabs a card was put into and has not shown itself in yet: it may wait there for long. */
  const waiting = new Map<number, Domain>();
  /** Cards in tabs, and what each says of its site's banner: an answer may come after it. */
  const open = new Map<
    number,
    { readonly domain: Domain; readonly private: boolean; readonly banner: string | undefined }
  >();
  /** Sites told of since the background started. What is kept of them is read before, and written after. */
  const toldOf = new Set<Domain>();

  const reportOf = async (domain: Domain, isPrivate: boolean): Promise<SiteReport> =>
    await siteReport(isPrivate ? await control.private : control.disk, {
      domain,
      policy: await control.policy.read(isPrivate),
      now: control.now(),
      private: isPrivate,
    });
  const noted = async (domain: Domain): Promise<void> => {
    toldOf.add(domain);
    const before = await readTold(onDisk);
    // Shown and then put away, it was told of once.
    if (before.sites[domain] === undefined) {
      await keepTold(onDisk, noteTold(before, { domain, at: control.now(), calendar }));
    }
  };
  const tell = async (tab: Tab, domain: Domain, settings: NoticeSettings): Promise<void> => {
    const [told, policy] = await Promise.all([readTold(onDisk), control.policy.read(false)]);
    if (told.sites[domain] !== undefined || chosenFor(policy, domain) !== undefined) return;
    const site = await reportOf(domain, tab.private);
    const content = contentOf(site, control.now());
    // Where numbers are held the person has to be asked, however they are told of others.
    const by = content?.held === true && settings.by === 'badge' ? 'card' : settings.by;
    const news = { domain, decided: site.control.chosen !== null, paused: site.control.pause !== null };
    const { by: how } = howToTell({ ...news, now: control.now() }, { settings: { ...settings, by }, told, calendar });
    if (content === null || how === 'nothing' || waiting.get(tab.id) === domain || toldOf.has(domain)) return;
    if (how === 'card') {
      waiting.set(tab.id, domain);
      if (!(await putCard(tab.id))) waiting.delete(tab.id);
      return;
    }
    if (await showNotice(systemNotice(content))) await noted(domain);
  };
  const look = async (domains: readonly Domain[] | null): Promise<void> => {
    const [settings, policy] = await Promise.all([readNotice(onDisk), control.policy.read(false)]);
    // Asked at every change of the ledger: most of the time this is the end of it.
    if (settings.by === 'badge' && !withholdsEverywhere(policy)) return;
    for (const tab of await visibleTabs()) {
      const domain = tab.url === null ? undefined : domainOf(tab.url);
      // A private window leaves nothing on disk, and what was told is kept there.
      if (domain === undefined || tab.private) continue;
      if (domains === null || domains.includes(domain)) await tell(tab, domain, settings);
    }
  };
  const tellCards = async (domains: readonly Domain[] | null): Promise<void> => {
    for (const [tabId, { domain, private: isPrivate, banner }] of open) {
      if (domains !== null && !domains.includes(domain)) continue;
      const content = contentOf(await reportOf(domain, isPrivate), control.now());
      if (content === null || JSON.stringify(content.banner) === banner) continue;
      open.set(tabId, { domain, private: isPrivate, banner: JSON.stringify(content.banner) });
      await tellCard(tabId, content);
    }
  };
  onNotices({
    pressed: (id, button) => {
      const domain = siteOfNotice(id);
      if (domain === undefined) return;
      const choice = button === null ? undefined : NOTICE_CHOICES[button];
      later(choice === undefined ? openSite(domain) : choose(deciding, ordinary(domain), choice));
      later(clearNotice(id));
    },
    closed: () => undefined,
  });
  return {
    changed: (domains) => {
      later(look(domains));
      later(tellCards(domains));
    },
    left: (tabId) => {
      waiting.delete(tabId);
      open.delete(tabId);
    },
    forget: async (domain) => {
      if (domain === null) toldOf.clear();
      else toldOf.delete(domain);
      const told = await readTold(onDisk);
      await keepTold(onDisk, domain === null ? { ...NOTHING_TOLD, day: told.day } : forgetTold(told, domain));
    },
    cards: {
      content: async ({ tabId, domain, private: isPrivate }) => {
        const content = contentOf(await reportOf(domain, isPrivate), control.now());
        if (content !== null) open.set(tabId, { domain, private: isPrivate, banner: JSON.stringify(content.banner) });
        return content;
      },
      shown: async ({ tabId, domain }: CardPlace) => {
        const told = noted(domain);
        waiting.delete(tabId);
        await told;
      },
      choose: async (card, choice) => {
        open.delete(card.tabId);
        await choose(deciding, card, choice);
      },
      dismissed: async ({ tabId, domain }) => {
        open.delete(tabId);
        await noted(domain);
      },
      more: async ({ domain }) => await openSite(domain),
    },
  };
}

async function openSite(domain: Domain): Promise<void> {
  await openOwnPage(`options/index.html#/site/${encodeURIComponent(domain)}`);
}
