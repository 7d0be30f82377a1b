import type { WriteArea } from '#content/hold/line.ts';
import { COOKIE_WAYS } from './ways-of-cookies.ts';
import { STORAGE_WAYS } from './ways-of-storage.ts';

/** One way a page's script can write something under a name. Run in the page's own world, so it reaches nothing outside. */
export interface Way {
  readonly way: string;
  readonly area: WriteArea;
  /** Writes, and tells what the page sees afterwards: where it wrote, for browsers show other documents a little later. */
  readonly write: (name: string, value: string) => Promise<string | null> | string | null;
  /** Only where the browser has it. */
  readonly needs?: 'cookieStore';
}

/** Ways that are known to get through: browsers run no script of ours there, and the page hands us nothing on the way. */
export const WAYS_THROUGH: readonly Way[] = [
  {
    way: 'a frame with a javascript: address',
    area: 'cookie',
    write: async (name, value) => {
      const frame = document.createElement('iframe');
      const line = `${name}=${value}; Path=/; Max-Age=31536000`;
      const ran = new Promise((resolve) => {
        Object.assign(globalThis, { ranInFrame: resolve });
      });
      frame.src = `javascript:document.cookie = ${JSON.stringify(line)}; parent.ranInFrame()`;
      document.body.append(frame);
      await ran;
      return null;
    },
  },
  {
    way: 'a frame whose page is still to come, by its place among the frames',
    area: 'cookie',
    write: (name, value) => {
      const frame = document.createElement('iframe');
      frame.src = '/plain';
      document.body.append(frame);
      const theirs = window[window.length - 1] as Window;
      theirs.document.cookie = `${name}=${value}; Path=/; Max-Age=31536000`;
      return null;
    },
  },
];

/** Every way we know of that is to be stopped. */
export const WAYS: readonly Way[] = [...COOKIE_WAYS, ...STORAGE_WAYS];
