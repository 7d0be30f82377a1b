import { signal } from '@preact/signals';
import { render } from 'preact';
import { locale, text } from '#messages/ask.ts';
import { setWords } from '#ui/say.ts';
import { words } from '#ui/words.ts';
import { App } from './app.tsx';
import { parseRoute } from './route.ts';
import '#ui/sheet.css';
import './options.css';
import './table.css';
import './charts.css';
import './settings.css';
import './receipts.css';

setWords(text, locale());
document.documentElement.lang = locale();
document.title = words.name();

const route = signal(parseRoute(location.hash));
addEventListener('hashchange', () => {
  route.value = parseRoute(location.hash);
  scrollTo(0, 0);
});

const root = document.querySelector('#app');
if (root !== null) render(<App route={route} />, root);
