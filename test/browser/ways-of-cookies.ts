/* oxlint-disable typescript/unbound-method, no-extend-native, no-unsafe-optional-chaining -- written as a page would */
import type { Way } from './ways-to-write.ts';

/** Ways to write a cookie. */
export const COOKIE_WAYS: readonly Way[] = [
  {
    way: 'document.cookie',
    area: 'cookie',
    write: (name, value) => {
      document.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
      return document.cookie;
    },
  },
  {
    way: 'an object that makes its text but once',
    area: 'cookie',
    write: (name, value) => {
      let reads = 0;
      const line = {
        toString: () => {
          reads += 1;
          return reads === 1 ? `${name}=${value}; Path=/; Max-Age=31536000` : 'harmless=1';
        },
      };
      document.cookie = line as unknown as string;
      return document.cookie;
    },
  },
  {
    way: 'the setter of a frame that was just put in',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const { Document: Theirs } = frame.contentWindow as unknown as typeof globalThis;
      Object.getOwnPropertyDescriptor(Theirs.prototype, 'cookie')?.set?.call(
        document,
        `${name}=${value}; Path=/; Max-Age=31536000`,
      );
      return document.cookie;
    },
  },
  {
    way: 'the setter of a frame that was put in as text',
    area: 'cookie',
    write: (name, value) => {
      const place = document.body.appendChild(document.createElement('div'));
      place.innerHTML = '<iframe></iframe>';
      const { Document: Theirs } = place.querySelector('iframe')?.contentWindow as unknown as typeof globalThis;
      Object.getOwnPropertyDescriptor(Theirs.prototype, 'cookie')?.set?.call(
        document,
        `${name}=${value}; Path=/; Max-Age=31536000`,
      );
      return document.cookie;
    },
  },
  {
    way: 'the setter of a frame that is gone',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const { Document: Theirs } = frame.contentWindow as unknown as typeof globalThis;
      const descriptor = Object.getOwnPropertyDescriptor(Theirs.prototype, 'cookie');
      frame.remove();
      descriptor?.set?.call(document, `${name}=${value}; Path=/; Max-Age=31536000`);
      return document.cookie;
    },
  },
  {
    way: 'the setter of a frame in the place of the page’s own',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const { Document: Theirs } = frame.contentWindow as unknown as typeof globalThis;
      const own = Object.getOwnPropertyDescriptor(Document.prototype, 'cookie') as PropertyDescriptor;
      Object.defineProperty(
        Document.prototype,
        'cookie',
        Object.getOwnPropertyDescriptor(Theirs.prototype, 'cookie') as PropertyDescriptor,
      );
      document.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
      const seen = document.cookie;
      Object.defineProperty(Document.prototype, 'cookie', own);
      return seen;
    },
  },
  {
    way: 'a frame’s document',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const theirs = frame.contentDocument as Document;
      theirs.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
      return theirs.cookie;
    },
  },
  {
    way: 'eval in a frame',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const theirs = frame.contentWindow as unknown as { eval: (code: string) => void };
      theirs.eval(`document.cookie = ${JSON.stringify(`${name}=${value}; Path=/; Max-Age=31536000`)}`);
      return (frame.contentDocument as Document).cookie;
    },
  },
  {
    way: 'a frame of the same site',
    area: 'cookie',
    write: async (name, value) => {
      const frame = document.createElement('iframe');
      frame.src = '/plain';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      const theirs = frame.contentDocument as Document;
      theirs.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
      return theirs.cookie;
    },
  },
  {
    way: 'the setter that a frame had before it loaded',
    area: 'cookie',
    write: async (name, value) => {
      const frame = document.createElement('iframe');
      frame.src = '/plain';
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      const { Document: Early } = frame.contentWindow as unknown as typeof globalThis;
      const set = Object.getOwnPropertyDescriptor(Early.prototype, 'cookie')?.set;
      await loaded;
      const theirs = frame.contentDocument as Document;
      set?.call(theirs, `${name}=${value}; Path=/; Max-Age=31536000`);
      return theirs.cookie;
    },
  },
  {
    way: 'the setter of a frame whose page is still to come',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.createElement('iframe');
      frame.src = '/plain';
      document.body.append(frame);
      const { Document: Early } = frame.contentWindow as unknown as typeof globalThis;
      Object.getOwnPropertyDescriptor(Early.prototype, 'cookie')?.set?.call(
        document,
        `${name}=${value}; Path=/; Max-Age=31536000`,
      );
      return document.cookie;
    },
  },
  {
    way: 'a script in a srcdoc frame',
    area: 'cookie',
    write: async (name, value) => {
      const frame = document.createElement('iframe');
      const line = JSON.stringify(`${name}=${value}; Path=/; Max-Age=31536000`);
      frame.srcdoc = `<script>document.cookie = ${line}</script>`;
      const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
      document.body.append(frame);
      await loaded;
      return (frame.contentDocument as Document).cookie;
    },
  },
  {
    way: 'a script in a frame that is written',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const theirs = frame.contentDocument as Document;
      const line = JSON.stringify(`${name}=${value}; Path=/; Max-Age=31536000`);
      theirs.open();
      theirs.write(`<script>document.cookie = ${line}</script>`);
      theirs.close();
      return theirs.cookie;
    },
  },
  {
    way: 'a window that is opened',
    area: 'cookie',
    write: (name, value) => {
      const opened = window.open('about:blank');
      // Where the browser does not let it open, the page has no way.
      if (opened === null) return `${name}=${value}`;
      opened.document.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
      const seen = opened.document.cookie;
      opened.close();
      return seen;
    },
  },
  {
    way: 'document.cookie after the page replaced what it is made of',
    area: 'cookie',
    write: (name, value) => {
      const { stringify } = JSON;
      const { slice, indexOf, toLowerCase } = String.prototype;
      const { dispatchEvent } = EventTarget.prototype;
      JSON.stringify = () => '{"says":"may","area":"cookie","name":"lang","value":"en","line":"lang=en"}';
      String.prototype.slice = () => 'en';
      String.prototype.indexOf = () => -1;
      String.prototype.toLowerCase = () => 'en';
      EventTarget.prototype.dispatchEvent = () => false;
      Object.assign(Object.prototype, { toJSON: () => 'en', cancelable: false });
      document.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
      const seen = document.cookie;
      Reflect.deleteProperty(Object.prototype, 'toJSON');
      Reflect.deleteProperty(Object.prototype, 'cancelable');
      JSON.stringify = stringify;
      Object.assign(String.prototype, { slice, indexOf, toLowerCase });
      EventTarget.prototype.dispatchEvent = dispatchEvent;
      return seen;
    },
  },
  {
    way: 'cookieStore.set',
    area: 'cookie',
    needs: 'cookieStore',
    write: async (name, value) => {
      await cookieStore.set({ name, value, expires: Date.now() + 31_536_000_000 });
      return (await cookieStore.get(name))?.value ?? null;
    },
  },
  {
    way: 'cookieStore.set of a frame',
    area: 'cookie',
    needs: 'cookieStore',
    write: async (name, value) => {
      const frame = document.body.appendChild(document.createElement('iframe'));
      const theirs = frame.contentWindow as unknown as typeof globalThis;
      const init = { name, value, expires: Date.now() + 31_536_000_000 };
      await theirs.CookieStore.prototype.set.call(cookieStore, init);
      const all = await theirs.CookieStore.prototype.getAll.call(cookieStore, { name });
      return all[0]?.value ?? null;
    },
  },
];
