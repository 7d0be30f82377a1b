import type { Identifier } from '#core/identifier.ts';
import type { BannerUndone } from '#core/receipt.ts';
import type { Domain } from '#core/site.ts';
import type { Tried } from '#core/tried.ts';
import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { ask, currentTabId, locale, onLedgerChanged, openPage, requestAccess, text } from '#messages/ask.ts';
import { live } from '#ui/live.ts';
import { setWords } from '#ui/say.ts';
import { words } from '#ui/words.ts';
import type { Acts } from './acts.ts';
import { App } from './app.tsx';
import '#ui/sheet.css';
import './popup.css';

setWords(text, locale());
document.documentElement.lang = locale();
document.title = words.name();

const month = signal<string | null>(null);

const report = live(async () => {
  const tabId = await currentTabId();
  if (tabId === null) return { state: 'unseeable', url: null } as const;
  return ask('tabReport', { tabId, ...(month.value !== null && { month: month.value }) });
}, Date.now);

/** The month chosen is part of the question: a new one asks again. */
effect(() => {
  if (month.value !== null) report.refresh();
});

const open = new AbortController();
addEventListener('pagehide', () => open.abort(), { once: true });
onLedgerChanged(
  ({ changed }) => {
    const { value } = report.loaded;
    const shown = value.state === 'ready' && value.report.state === 'seen' ? value.report.site.domain : null;
    if (changed === null || shown === null || changed.includes(shown)) report.refresh();
  },
  { signal: open.signal },
);

/** A site in the windows the popup is for: what is chosen in a private one ends with it. */
function here(domain: Domain): { readonly domain: Domain; readonly private: boolean } {
  const { value } = report.loaded;
  return { domain, private: value.state === 'ready' && value.report.state === 'seen' && value.report.site.private };
}

/** What was pressed was carried out and looked up: shows it. */
async function done(answer: Promise<unknown>): Promise<void> {
  try {
    await answer;
  } finally {
    report.refresh();
  }
}

async function looksBroken(domain: Domain): Promise<void> {
  const tabId = await currentTabId();
  if (tabId !== null) await done(ask('looksBroken', { domain, tabId }));
}

async function tryWithoutCookies(identifier: Identifier): Promise<Tried> {
  const tabId = await currentTabId();
  if (tabId === null) throw new Error('There is no page here');
  const tried = await ask('tryWithoutCookies', { tabId, identifier });
  report.refresh();
  return tried;
}

async function bringBack(key: string): Promise<boolean> {
  const found = await ask('bringBack', { key });
  report.refresh();
  return found;
}

async function undoBanner(domain: Domain, receipt: string): Promise<BannerUndone> {
  const came = await ask('undoBanner', { domain, receipt, tabId: await currentTabId() });
  report.refresh();
  return came;
}

const acts: Acts = {
  again: report.refresh,
  showMonth: (chosen) => {
    month.value = chosen;
  },
  openPage,
  requestAccess,
  choose: async (domain, choice) => done(ask('choose', { ...here(domain), choice })),
  chooseForThis: async (of) => done(ask('chooseForThis', of)),
  correct: async (of) => done(ask('correct', of)),
  tryWithoutCookies,
  chooseGpc: async (domain, on) => done(ask('changeGpc', { domain, on })),
  lookUpGpc: async (domain) => ask('lookUpGpc', { domain }),
  resetNow: async (domain) => done(ask('resetNow', here(domain))),
  pause: async (domain, minutes) => done(ask('pause', { ...(domain === null ? { domain } : here(domain)), minutes })),
  resume: async (domain) => done(ask('resume', domain === null ? { domain } : here(domain))),
  looksBroken,
  bringBack,
  undoBanner,
};

const root = document.querySelector('#app');
if (root !== null) render(<App loaded={report.loaded} acts={acts} />, root);
