import { SOCKET_MESSAGE } from '#core/request.ts';
import { type GuardNews, LONGEST, LONGEST_BODY } from '../line.ts';
import { natives } from '../natives.ts';
import { readBlob, rememberBlobs, wrapConstructor } from './blobs.ts';
import { toUrl } from './to-url.ts';
import { wrapMethod } from './wrap.ts';

type Tell = (news: GuardNews) => void;

/** Bytes as a text with one sign for each. */
function asSigns(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 4096) {
    const piece: Uint8Array = natives.apply(natives.subarray, bytes, [at, at + 4096]);
    text += natives.apply(natives.fromCharCode, null, piece);
  }
  return text;
}

function tellBytes(tell: Tell, to: { readonly url: URL; readonly method: string }, bytes: Uint8Array): void {
  if (bytes.length > LONGEST_BODY) return;
  const url = natives.apply(natives.slice, to.url.href, [0, LONGEST]);
  tell({ saw: 'sent', url, method: to.method, body: asSigns(bytes) });
}

function tellBlob(tell: Tell, address: unknown, method: unknown, body: unknown): void {
  const url = toUrl(address);
  if (url === null || !(body instanceof natives.Blob)) return;
  const verb = typeof method === 'string' ? method : 'POST';
  readBlob(body, (bytes) => tellBytes(tell, { url, method: verb }, bytes));
}

function fieldOf(of: unknown, name: 'body' | 'method'): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}

/** What is sent as a Blob, which Chromium shows to no extension. What is sent otherwise it shows. */
export function watchBlobs(tell: Tell): void {
  rememberBlobs();
  const inRequests = new WeakMap<object, unknown>();
  wrapConstructor('Request', (request, [, init]) => {
    const body = fieldOf(init, 'body');
    if (body instanceof natives.Blob) natives.apply(natives.put, inRequests, [request, body]);
  });
  wrapMethod(Navigator.prototype, 'sendBeacon', {
    before: (_self, [address, body]) => tellBlob(tell, address, 'POST', body),
  });
  wrapMethod(globalThis, 'fetch', {
    before: (_self, [input, init]) => {
      const request = input instanceof natives.Request ? input : undefined;
      const inRequest = request === undefined ? undefined : natives.apply(natives.get, inRequests, [request]);
      const body = fieldOf(init, 'body') ?? inRequest;
      if (body !== undefined)
        tellBlob(tell, request?.url ?? input, fieldOf(init, 'method') ?? request?.method ?? 'GET', body);
    },
  });
  const opened = new WeakMap<object, readonly unknown[]>();
  wrapMethod(XMLHttpRequest.prototype, 'open', {
    before: (self, args) => void natives.apply(natives.put, opened, [self, args]),
  });
  wrapMethod(XMLHttpRequest.prototype, 'send', {
    before: (self, [body]) => {
      if (!(body instanceof natives.Blob)) return;
      const [method, address] = natives.apply(natives.get, opened, [self]) ?? [];
      tellBlob(tell, address, method, body);
    },
  });
}

/** Of a socket that floods, so many messages a second are told. */
const MOST_A_SECOND = 20;

/** What goes into web sockets, which no browser shows to extensions. */
export function watchSockets(tell: Tell): void {
  const counts = new WeakMap<object, { second: number; count: number }>();
  const mayTell = (socket: object): boolean => {
    const second = Math.floor(performance.now() / 1000);
    const known = natives.apply(natives.get, counts, [socket]);
    const count = known?.second === second ? known.count + 1 : 1;
    natives.apply(natives.put, counts, [socket, { second, count }]);
    return count <= MOST_A_SECOND;
  };
  wrapMethod(WebSocket.prototype, 'send', {
    before: (self, [data]) => {
      if (!(self instanceof natives.WebSocket) || !mayTell(self)) return;
      const url = toUrl(self.url);
      if (url === null) return;
      const bytes = (found: Uint8Array): void => tellBytes(tell, { url, method: SOCKET_MESSAGE }, found);
      if (typeof data === 'string') bytes(natives.apply(natives.encode, new natives.TextEncoder(), [data]));
      else if (data instanceof natives.Blob) readBlob(data, bytes);
      else if (data instanceof natives.ArrayBuffer) bytes(new natives.Uint8Array(data));
      else if (natives.isView(data)) bytes(new natives.Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    },
  });
}
