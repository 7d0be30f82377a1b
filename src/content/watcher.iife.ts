import { onLastPress, onReportNow, onTellWhole, tell, tellUntilHeard } from '#messages/deliver.ts';
import { createGivings } from './fields/given.ts';
import { watchTyping } from './fields/typing.ts';
import { gather } from './bundle.ts';
import { isCrossOriginFrame, tellCrossSiteCookies } from './frames.ts';
import { hearGuard } from './hear.ts';
import { watchHolding } from './hold/watch.ts';
import type { GuardNews } from './line.ts';
import { watchPage } from './pages.ts';
import { watchPresses } from './presses.ts';
import { watchPasswords } from './passwords.ts';
import { storageLook, wholeItem } from './web-storage.ts';

/** In our own world beside the page: tells the background what happens in it. */
const isTop = window === window.top;
/** Firefox also runs us in pages that were open before Known As; of those the past is not known, so they stay unwatched. */
const inTime = !isTop || document.readyState === 'loading';
const page = isTop && inTime ? watchPage() : null;
const party = isCrossOriginFrame() ? 'third' : 'first';
const lookAtStorage = storageLook(party);

const look = gather<null>(() => {
  const { items, keys, news } = lookAtStorage();
  if (news) tell({ type: 'stored', items, keys });
});
// Who wrote a value is told nowhere else: a background that is stopped just then must hear it once more.
const writes = gather<{ name: string; script: string | null }>((news) => {
  tellUntilHeard({ type: 'wrote', writes: news });
});
const asked = gather<{ url: string; method: string; at: number }>((news) => {
  tell({ type: 'asked-with-cookies', asked: news });
});

/** First of all, since what is already stored may have to be forgotten before anybody looks at it. */
const holding = inTime ? watchHolding(party, () => look.add(null)) : null;

function hear(news: GuardNews): void {
  // The holding script and the guard both stand at the same functions: what is held was not written.
  if ('name' in news && holding?.isHeld(news.name) === true) return;
  switch (news.saw) {
    case 'moved':
      page?.moved();
      return;
    case 'asked-with-cookies':
      asked.add({ url: news.url, method: news.method, at: Date.now() });
      return;
    case 'sent':
      // At once: a page that goes away sends its last beacon then.
      tell({ type: 'sent', url: news.url, method: news.method, body: news.body, at: Date.now() });
      return;
    case 'cookie-written':
      writes.add({ name: news.name, script: news.script });
      return;
    case 'storage-written':
      writes.add({ name: news.name, script: news.script });
      look.add(null);
  }
}

function report(): void {
  look.add(null);
  look.flush();
  page?.report();
}

if (inTime) {
  hearGuard(hear);
  look.add(null);
  addEventListener('DOMContentLoaded', () => look.add(null));
  addEventListener('load', () => look.add(null));
  addEventListener('storage', () => look.add(null));
  onTellWhole((place) => (place.origin === window.origin ? wholeItem(place, party) : null));
  watchPasswords(() => tellUntilHeard({ type: 'password-typed' }));
  onLastPress(watchPresses(document, (press) => tell({ type: 'pressed', press })));
  watchTyping(document, () => tell({ type: 'typing' }));
  createGivings(document, (giving) => tellUntilHeard({ type: 'given', id: crypto.randomUUID(), ...giving }));
  void tellCrossSiteCookies();
  if (isTop) onReportNow(report);
}
