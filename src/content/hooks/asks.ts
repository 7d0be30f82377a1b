import type { GuardNews } from '../line.ts';
import { natives } from '../natives.ts';
import { wrapMethod } from './wrap.ts';

/** A script's requests across origins carry cookies only where it says so; the browser tells nobody but the page. */
export function watchAsks(tell: (news: GuardNews) => void): void {
  const asked = (address: unknown): void => {
    const url = toUrl(address);
    if (url !== null && url.origin !== location.origin) tell({ saw: 'asked-with-cookies', url: url.href });
  };
  wrapMethod(globalThis, 'fetch', {
    before: (_self, [input, init]) => {
      const asksBy = init ?? (input instanceof Request ? input : undefined);
      const credentials = credentialsOf(asksBy) ?? credentialsOf(input);
      if (credentials === 'include') asked(input instanceof Request ? input.url : input);
    },
  });
  const addresses = new WeakMap<object, unknown>();
  wrapMethod(XMLHttpRequest.prototype, 'open', {
    before: (self, [, address]) => {
      if (self instanceof XMLHttpRequest) addresses.set(self, address);
    },
  });
  wrapMethod(XMLHttpRequest.prototype, 'send', {
    before: (self) => {
      if (self instanceof XMLHttpRequest && self.withCredentials) asked(addresses.get(self));
    },
  });
}

function credentialsOf(of: unknown): unknown {
  return typeof of === 'object' && of !== null && 'credentials' in of ? of.credentials : undefined;
}

function toUrl(address: unknown): URL | null {
  if (typeof address !== 'string' && !(address instanceof natives.URL)) return null;
  try {
    return new natives.URL(address, document.baseURI);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}
