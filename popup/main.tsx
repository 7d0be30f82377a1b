import { effect, signal } from '@preact/signals';
import { render } from 'preact';
import { ask, currentTabId, locale, onLedgerChanged, openPage, requestAccess, text } from '#messages/ask.ts';
import { live } from '#ui/live.ts';
import { setWords } from '#ui/say.ts';
import { words } from '#ui/words.ts';
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

const root = document.querySelector('#app');
if (root !== null) {
  render(
    <App
      loaded={report.loaded}
      acts={{
        again: report.refresh,
        choose: (chosen) => {
          month.value = chosen;
        },
        openPage,
        requestAccess,
      }}
    />,
    root,
  );
}
