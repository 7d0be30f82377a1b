import { fileReply, htmlReply, nothing, type DemoSite, type Exchange } from '../exchange.ts';
import { html, type Markup } from '../html.ts';
import { siteFile } from '../page-files.ts';

/** Sites whose banner is of their own making, by the name of what makes it. */
export const HAND_MADE = {
  'hand-made': 'hand-made-banner.example',
  notice: 'notice-banner.example',
  pay: 'pay-banner.example',
  'pay-form': 'pay-form-banner.example',
  checkout: 'checkout-banner.example',
  stopped: 'stopped-banner.example',
  numbered: 'numbered-banner.example',
} as const;

type HandMade = keyof typeof HAND_MADE;

/** Of what some are made, in order; the others of one file. */
const FILES: Partial<Record<HandMade, readonly string[]>> = {
  checkout: ['checkout', 'notice'],
  stopped: ['stopped', 'hand-made'],
  numbered: ['numbered', 'hand-made'],
};

/** A page longer than any window, with a banner of nobody's over it. */
function page(scripts: readonly Markup[]) {
  return htmlReply(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>A long page</title>
        </head>
        <body>
          <h1>A long page</h1>
          <p>Good morning.</p>
          <div style="height: 5000px"></div>
          ${scripts}
        </body>
      </html>`,
  );
}

/** All of them. */
export function createHandMadeBanners(): readonly DemoSite[] {
  return Object.entries(HAND_MADE).map(([name, host]) => {
    const files = FILES[name as HandMade] ?? [name];
    return {
      hosts: [host],
      log: () => [],
      answer: ({ url: { pathname } }: Exchange) => {
        if (pathname === '/') return page(files.map((file) => html`<script src="/${file}.js"></script>`));
        const asked = files.find((file) => pathname === `/${file}.js`);
        return asked === undefined ? nothing(404) : fileReply('text/javascript', siteFile(`page/banners/${asked}.js`));
      },
    };
  });
}
