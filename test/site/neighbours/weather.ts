import { htmlReply, type Reply } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { countedSite, simplePage, type CountedSite } from './counted-site.ts';
import { ODD_SET_COOKIE_LINES } from './odd-cookies.ts';

const LINKS = [
  ['/cookies?n=10000', 'Many cookies'],
  ['/history?n=10000', 'Much history'],
  ['/odd', 'Odd cookies'],
  ['/ids', 'One number'],
] as const;

const MOST = 100_000;

/** Writes `n` cookies, each under a name of its own and with a random value, and removes the one 40 before it. */
const COOKIE_FLOOD = `for (let i = 0; i < n; i += 1) {
  document.cookie = 'flood' + i + '=' + crypto.getRandomValues(new Uint32Array(4)).join('') + '; Max-Age=3600';
  if (i >= 40) document.cookie = 'flood' + (i - 40) + '=; Max-Age=0';
}`;

/** Shows `n` pages by history changes, a few at a time: browsers hold back a page that changes too fast. */
const HISTORY_FLOOD = `for (let i = 0; i < n; i += 1) {
  try { history.pushState(null, '', '/history/' + i + '?n=' + n); } catch { break; }
  if (i % 50 === 49) await new Promise((resolve) => setTimeout(resolve));
}`;

function flood(script: string, amount: number): Markup {
  return {
    markup: `<p>Raining…</p><script type="module">
const n = ${amount};
${script}
document.documentElement.dataset.done = String(n);
</script>`,
  };
}

/** A page with headers that no HTTP library would send, written byte by byte. */
function oddReply({ markup }: Markup): Reply {
  const head = Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nCache-Control: no-store\r\nConnection: close\r\n`,
  );
  const lines = ODD_SET_COOKIE_LINES.flatMap((line) => [
    Buffer.from('Set-Cookie: '),
    Buffer.from(line, 'latin1'),
    Buffer.from('\r\n'),
  ]);
  return { bytes: Buffer.concat([head, ...lines, Buffer.from('\r\n'), Buffer.from(markup)]), isPage: true };
}

function page(title: string, content: Markup): Markup {
  return simplePage({ site: 'Weather Today', title, links: LINKS, content });
}

/** Weather Today: a site that behaves badly in several ways. */
export function createWeather(): CountedSite {
  return countedSite('weather-today.example', {
    cookie: 'wt_id',
    page: ({ url }) => {
      const asked = Number(url.searchParams.get('n') ?? '1000');
      const amount = Number.isInteger(asked) && asked > 0 ? Math.min(asked, MOST) : 0;
      if (url.pathname === '/cookies') return htmlReply(page('Many cookies', flood(COOKIE_FLOOD, amount)));
      if (url.pathname === '/history') return htmlReply(page('Much history', flood(HISTORY_FLOOD, amount)));
      const title = '<script>document.title = "run"</script> & "odd"';
      if (url.pathname === '/odd') return oddReply(page(title, html`<h1>Odd cookies</h1>`));
      return htmlReply(
        page(
          'Today',
          html`<h1>Today</h1>
            <p>Weather, mostly.</p>`,
        ),
      );
    },
  });
}
