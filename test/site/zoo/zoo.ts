import { randomUUID } from 'node:crypto';
import { setCookieLine } from '../cookie-header.ts';
import { fileReply, htmlReply, nothing, withHeaders, type DemoSite, type Exchange, type Reply } from '../exchange.ts';
import { html, NOTHING, type Markup } from '../html.ts';
import { squarePng } from '../neighbours/cdn.ts';
import { siteFile } from '../page-files.ts';
import { isWayName, NUMBER_DAYS, PARTNER, WAY_NAMES, WAYS, ZOO, ZOO_WWW, type WayName } from './ways.ts';
import { besideHeaders, createZooLog, handOut, noteReadBack, noteRequest, numberHeader } from './zoo-log.ts';
import type { ZooLog, ZooNotes } from './zoo-log.ts';
import { dot, frame, zooPage } from './zoo-page.ts';

const LOOP_COOKIE = 'zvid_loop';

/** Of the site's own software: everybody gets it, and it looks as random as any number. */
const BUILD = '9f4b1c7e02d86a35';

const DOT = squarePng(1, [200, 200, 200]);

function page(title: string, content: Markup = NOTHING): Reply {
  return htmlReply(zooPage({ page: randomUUID() }, title, content));
}

/** `302 Found`, as servers that give a number on the way do it. */
function found(to: string): Reply {
  return {
    status: 302,
    headers: [
      ['Location', to],
      ['Cache-Control', 'no-store'],
    ],
    body: '',
  };
}

function withNumber(log: ZooNotes, way: WayName, { reply, at }: { reply: Reply; at: number }): Reply {
  return withHeaders(reply, [numberHeader(log, way, at), ...besideHeaders(log, way, at)]);
}

/** What a page asks for, so that it answers with the number; a fetch is its script's. */
const PARTS: Readonly<Partial<Record<WayName, Markup>>> = {
  image: dot('/set/image'),
  frame: frame('/set/frame'),
  'third-party': dot(`${PARTNER}/set/third-party`),
  partitioned: dot(`${PARTNER}/set/partitioned`),
  'third-storage': frame(`${PARTNER}/set/third-storage`),
};

/** The page, or the redirect, at a way's address. */
function answerWay(exchange: Exchange, way: WayName, log: ZooNotes): Reply {
  const { at } = exchange;
  const { by, name } = WAYS[way];
  switch (by) {
    case 'document':
      return withNumber(log, way, { reply: page(way), at });
    case 'redirect':
      return way === 'chain' ? found(`${ZOO_WWW}/hop`) : withNumber(log, way, { reply: found('/landed'), at });
    case 'part': {
      const task = { page: randomUUID(), way: way === 'fetch' ? way : '' };
      return htmlReply(zooPage(task, way, PARTS[way]));
    }
    case 'script': {
      const id = randomUUID();
      const task = { page: id, way, name, value: handOut(log, way, { name, page: id, at }) };
      return withHeaders(htmlReply(zooPage(task, way)), besideHeaders(log, way, at));
    }
    case 'frame-script':
      return page(way, PARTS[way]);
  }
}

/** What pages ask for: `/set/fetch`, `/set/image`, `/set/frame`. */
function answerPart(exchange: Exchange, way: WayName, log: ZooNotes): Reply {
  const reply = way === 'frame' ? page(way) : way === 'image' ? fileReply('image/png', DOT, 'no-store') : nothing();
  return withNumber(log, way, { reply, at: exchange.at });
}

/** A page that leads to itself until its number comes back, as some checks for robots do. */
function loop(exchange: Exchange, log: ZooNotes): Reply {
  if (exchange.cookies.has(LOOP_COOKIE)) return page('You are in');
  const number = handOut(log, 'loop', { name: LOOP_COOKIE, at: exchange.at });
  const line = setCookieLine(LOOP_COOKIE, number, { days: NUMBER_DAYS });
  return withHeaders(found('/loop'), [['Set-Cookie', line]]);
}

/** A page that sets the first number it gave by header once more, as a site does that knows a visitor by other means. */
function respawn(log: ZooNotes): Reply {
  const { name, terms } = WAYS.header;
  const first = log.handedOut.find(({ way }) => way === 'header');
  const line = setCookieLine(name, first?.value ?? '', terms);
  return withHeaders(page('Welcome back'), first === undefined ? [] : [['Set-Cookie', line]]);
}

/** A page that gives nothing, and asks every place where a number could be carried to. */
const ASKS_ALL_ROUND = html`${dot('/account/dot.png')} ${dot('/deep/er/dot.png')} ${dot(`${ZOO_WWW}/dot.png`)}
${frame(`${PARTNER}/frame`)}`;

const LIST = html`<ul>
  ${WAY_NAMES.map((way) => html`<li><a href="${WAYS[way].address}">${way}</a></li>`)}
</ul>`;

function answer(exchange: Exchange, log: ZooNotes): Reply {
  const { pathname } = exchange.url;
  const [, first = '', last = ''] = /^\/(.*?)\/?([^/]*)$/u.exec(pathname) ?? [];
  if (first === 'set' && isWayName(last)) return answerPart(exchange, last, log);
  if (isWayName(last) && WAYS[last].address === `${ZOO}${pathname}`) return answerWay(exchange, last, log);
  if (last === 'dot.png') return fileReply('image/png', DOT, 'no-store');
  switch (pathname) {
    case '/':
      return page('The cookie zoo', LIST);
    case '/around':
      return page('All round', ASKS_ALL_ROUND);
    case '/hop':
      return withNumber(log, 'chain', { reply: found(`${ZOO}/landed`), at: exchange.at });
    case '/landed':
      return page('Landed');
    case '/loop':
      return loop(exchange, log);
    case '/respawn':
      return respawn(log);
    case '/build':
      return withHeaders(page('This build'), [
        ['Set-Cookie', setCookieLine('zoo_build', BUILD, { days: NUMBER_DAYS })],
      ]);
    case '/seen':
      return noteReadBack(log, exchange);
    case '/script/zoo.js':
      return fileReply('text/javascript', siteFile('page/zoo.js'));
    default:
      return nothing(404);
  }
}

/** The cookie zoo: gives a number in every way there is, when asked to, and writes down who carried it back. */
export function createZoo(): DemoSite & { readonly zoo: ZooLog } {
  const log = createZooLog('cookie-zoo.example');
  return {
    hosts: ['cookie-zoo.example', 'www.cookie-zoo.example'],
    zoo: log,
    log: () => log,
    answer: (exchange) => {
      noteRequest(log, exchange);
      return answer(exchange, log);
    },
  };
}
