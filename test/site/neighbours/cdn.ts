import { deflateSync } from 'node:zlib';
import { fileReply, nothing, type DemoSite } from '../exchange.ts';
import { logged, type LoggedRequest, type RequestLog } from '../request-log.ts';

const STYLE = '/* Letters are set a little tighter in headings. */\nh1, h2 { letter-spacing: -0.01em; }\n';

function crc32(bytes: Buffer): number {
  let crc = ~0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

/**
 * A square PNG of one colour.
 * @see https://www.w3.org/TR/png-3/#5DataRep
 */
export function squarePng(side: number, [red, green, blue]: readonly [number, number, number]): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const row = Buffer.from([0, ...Array.from({ length: side }, () => [red, green, blue]).flat()]);
  const rows = Buffer.concat(Array.from({ length: side }, () => row));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

/** A content host that sets nothing and counts nobody. */
export function createCdn(): DemoSite & { readonly requests: RequestLog } {
  const requests: LoggedRequest[] = [];
  const mark = squarePng(16, [138, 63, 29]);
  return {
    hosts: ['assets.plain-cdn.example'],
    requests,
    log: () => ({ site: 'assets.plain-cdn.example', requests }),
    answer: (exchange) => {
      requests.push(logged(exchange));
      if (exchange.url.pathname === '/type.css') return fileReply('text/css', STYLE, 'no-store');
      if (exchange.url.pathname === '/mark.png') return fileReply('image/png', mark, 'no-store');
      return nothing(404);
    },
  };
}
