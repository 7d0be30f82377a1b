import { html, NOTHING, type Markup } from '../html.ts';

/** What a page's script is to do, told by the page itself. */
export interface PageTask {
  /** This page's id. */
  readonly page: string;
  readonly way?: string;
  readonly name?: string;
  readonly value?: string;
}

/** A page of the zoo or of its partner. Its script does its task and tells the server what it can read. */
export function zooPage(task: PageTask, title: string, content: Markup = NOTHING): Markup {
  const { page, way = '', name = '', value = '' } = task;
  return html`<!doctype html>
    <html lang="en" data-page="${page}" data-way="${way}" data-name="${name}" data-value="${value}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · The cookie zoo</title>
      </head>
      <body>
        <h1>${title}</h1>
        ${content}
        <script src="/script/zoo.js"></script>
      </body>
    </html>`;
}

/** A picture of one dot: asking for it is all it is for. */
export function dot(address: string): Markup {
  return html`<img src="${address}" alt="" width="1" height="1" />`;
}

export function frame(address: string): Markup {
  return html`<iframe src="${address}" title="A frame" width="200" height="60"></iframe>`;
}
