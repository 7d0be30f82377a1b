import { randomUUID } from 'node:crypto';
import { fileReply, htmlReply, nothing, withHeaders, type DemoSite, type Exchange, type Reply } from '../exchange.ts';
import { squarePng } from '../neighbours/cdn.ts';
import { siteFile } from '../page-files.ts';
import { WAYS } from './ways.ts';
import { besideHeaders, createZooLog, handOut, noteReadBack, noteRequest, numberHeader } from './zoo-log.ts';
import type { ZooLog, ZooNotes } from './zoo-log.ts';
import { zooPage } from './zoo-page.ts';

const DOT = squarePng(1, [200, 200, 200]);

function answer(exchange: Exchange, log: ZooNotes): Reply {
  const { url, at } = exchange;
  switch (url.pathname) {
    case '/set/third-party':
    case '/set/partitioned': {
      const way = url.pathname === '/set/third-party' ? 'third-party' : 'partitioned';
      const picture = fileReply('image/png', DOT, 'no-store');
      return withHeaders(picture, [numberHeader(log, way, at), ...besideHeaders(log, way, at)]);
    }
    case '/set/third-storage': {
      const page = randomUUID();
      const { name } = WAYS['third-storage'];
      const value = handOut(log, 'third-storage', { name, page, at });
      return htmlReply(zooPage({ page, way: 'third-storage', name, value }, 'Stored in a frame'));
    }
    case '/frame':
      return htmlReply(zooPage({ page: randomUUID() }, 'A frame'));
    case '/seen':
      return noteReadBack(log, exchange);
    case '/script/zoo.js':
      return fileReply('text/javascript', siteFile('page/zoo.js'));
    default:
      return nothing(404);
  }
}

/** The zoo's partner: another company, that gives numbers to the zoo's visitors. */
export function createPartner(): DemoSite & { readonly zoo: ZooLog } {
  const log = createZooLog('zoo-partner.example');
  return {
    hosts: ['zoo-partner.example'],
    zoo: log,
    log: () => log,
    answer: (exchange) => {
      noteRequest(log, exchange);
      return answer(exchange, log);
    },
  };
}
