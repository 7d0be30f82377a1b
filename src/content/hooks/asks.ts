import { type GuardNews, LONGEST } from '../line.ts';
import { natives } from '../natives.ts';
import { toUrl } from './to-url.ts';
import { wrapMethod } from './wrap.ts';

/** A script's requests across origins carry cookies only where it says so; the browser tells nobody but the page. */
export function watchAsks(tell: (news: GuardNews) => void): void {
  const asked = (address: unknown, method: unknown): void => {
    const url = toUrl(address);
    if (url === null || url.origin === location.origin) return;
    // Its beginning says who was asked and for what; the line takes no more.
    const beginning = natives.apply(natives.slice, url.href, [0, LONGEST]);
    tell({ saw: 'asked-with-cookies', url: beginning, method: typeof method === 'string' ? method : 'GET' });
  };
  wrapMethod(globalThis, 'fetch', {
    before: (_self, [input, init]) => {
      const request = input instanceof Request ? input : undefined;
      const credentials = fieldOf(init, 'credentials') ?? request?.credentials;
      if (credentials === 'include') asked(request?.url ?? input, fieldOf(init, 'method') ?? request?.method);
    },
  });
  const opened = new WeakMap<object, readonly unknown[]>();
  wrapMethod(XMLHttpRequest.prototype, 'open', {
    before: (self, args) => {
      if (self instanceof XMLHttpRequest) opened.set(self, args);
    },
  });
  wrapMethod(XMLHttpRequest.prototype, 'send', {
    before: (self) => {
      if (!(self instanceof XMLHttpRequest) || !self.withCredentials) return;
      const [method, address] = opened.get(self) ?? [];
      asked(address, method);
    },
  });
}

function fieldOf(of: unknown, name: 'credentials' | 'method'): unknown {
  return typeof of === 'object' && of !== null ? (of as Readonly<Record<string, unknown>>)[name] : undefined;
}
