// @vitest-environment happy-dom
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type GuardNews, LONGEST_BODY } from '#content/line.ts';

const heard: GuardNews[] = [];
const sent: unknown[][] = [];

class Socket {
  readonly url = 'wss://events.example/socket';
  send(...args: unknown[]): void {
    sent.push(args);
  }
}

/** The page's world where the simulated one has it otherwise than browsers do; before the guard takes what it needs. */
beforeAll(async () => {
  Object.assign(globalThis, { WebSocket: Socket });
  for (const name of ['Blob', 'Request'] as const) {
    Object.defineProperty(globalThis, name, { configurable: true, writable: true, value: globalThis[name] });
  }
  const before = Blob;
  Object.defineProperty(Navigator.prototype, 'sendBeacon', {
    configurable: true,
    writable: true,
    value: (...args: unknown[]) => sent.push(args) > 0,
  });
  const { watchBlobs, watchSockets } = await import('#content/hooks/sends.ts');
  const tell = (news: GuardNews): void => void heard.push(news);
  watchBlobs(tell);
  watchSockets(tell);
  if (Blob === before) throw new Error('It is not watched');
});

afterEach(() => {
  heard.length = 0;
  sent.length = 0;
});

function bodies(): readonly string[] {
  return heard.map((news) => (news.saw === 'sent' ? news.body : news.saw));
}

const TO = 'https://events.example/in';

describe('what is sent as a Blob', () => {
  it('is told at once, sign for byte, and sent all the same', () => {
    const body = new Blob(['a=', new Uint8Array([0, 255]), new Blob(['é'])]);
    navigator.sendBeacon(TO, body);
    expect(heard).toEqual([{ saw: 'sent', url: TO, method: 'POST', body: 'a=\0\u{ff}\u{c3}\u{a9}' }]);
    expect(sent).toEqual([[TO, body]]);
  });

  it('is told as it was when the Blob was made', () => {
    const bytes = new Uint8Array([97]);
    const body = new Blob([bytes]);
    bytes[0] = 98;
    navigator.sendBeacon(TO, body);
    expect(bodies()).toEqual(['a']);
  });

  it('is not told where it is longer than a beacon may be', () => {
    navigator.sendBeacon(TO, new Blob(['x'.repeat(LONGEST_BODY + 1)]));
    expect(heard).toEqual([]);
    expect(sent).toHaveLength(1);
  });

  it('is not told where it is sent otherwise: that the browser shows', () => {
    navigator.sendBeacon(TO, 'text');
    expect(heard).toEqual([]);
  });

  it('of what is no address is not told, and the page hears nothing of it', () => {
    navigator.sendBeacon({ toString: () => TO } as unknown as string, new Blob(['a']));
    expect(heard).toEqual([]);
    expect(sent).toHaveLength(1);
  });
});

describe('a Blob', () => {
  it('is what it was before', () => {
    class Mine extends Blob {}
    const mine = new Mine(['a'], { type: 'text/plain' });
    expect([mine instanceof Mine, mine instanceof Blob, mine.size, mine.type]).toEqual([true, true, 1, 'text/plain']);
    expect(new Blob().constructor).toBe(Blob);
    expect([Blob.name, Blob.prototype.constructor]).toEqual(['Blob', Blob]);
  });

  it('of parts that cannot be looked at is made or fails as it did', () => {
    const hostile = [
      {
        toString: () => {
          throw new Error('no');
        },
      },
    ] as unknown as BlobPart[];
    expect(() => new Blob(hostile)).toThrow('no');
  });
});

describe('messages into web sockets', () => {
  it('are told, as text and as bytes', () => {
    const socket = new WebSocket('wss://events.example/socket');
    socket.send('é');
    socket.send(new Uint8Array([1, 2]).buffer);
    expect(heard.map((news) => (news.saw === 'sent' ? [news.method, news.url, news.body] : news))).toEqual([
      ['SOCKET', 'wss://events.example/socket', '\u{c3}\u{a9}'],
      ['SOCKET', 'wss://events.example/socket', '\u{1}\u{2}'],
    ]);
    expect(sent).toHaveLength(2);
  });

  it('are told 20 a second, of a socket that floods', () => {
    const clock = vi.spyOn(performance, 'now').mockReturnValue(5000);
    const socket = new WebSocket('wss://events.example/socket');
    for (let at = 0; at < 50; at += 1) socket.send('x');
    expect(heard).toHaveLength(20);
    clock.mockReturnValue(6000);
    socket.send('x');
    expect(heard).toHaveLength(21);
    expect(sent).toHaveLength(51);
    clock.mockRestore();
  });
});
