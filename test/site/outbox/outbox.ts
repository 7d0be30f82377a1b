import { type DemoSite, type Exchange, fileReply, htmlReply, nothing, type Reply } from '../exchange.ts';
import { html } from '../html.ts';
import { siteFile } from '../page-files.ts';

export const OUTBOX = 'outbox.example';

const SCRIPTS = ['outbox', 'outbox-worker'];

function script(path: string): Reply | undefined {
  const name = SCRIPTS.find((one) => path === `/${one}.js`);
  return name === undefined ? undefined : fileReply('text/javascript', siteFile(`page/${name}.js`), 'no-store');
}

/** A site whose page sends events to another host, in the way its address names: `/?way=beacon-blob`. */
export function createOutbox(): DemoSite {
  return {
    hosts: [OUTBOX],
    log: () => [],
    answer: ({ url }: Exchange) => {
      if (url.pathname === '/favicon.ico') return nothing();
      return (
        script(url.pathname) ??
        htmlReply(
          html`<!doctype html>
            <html lang="en" data-way="${url.searchParams.get('way') ?? ''}">
              <head>
                <meta charset="utf-8" />
                <title>The outbox</title>
              </head>
              <body>
                <h1>The outbox</h1>
                <script src="/outbox.js"></script>
              </body>
            </html>`,
        )
      );
    },
  };
}
