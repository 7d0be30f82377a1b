import type { Realm } from './here.ts';
import { call, originals, replaceAccessor, replaceMethod } from './originals.ts';

/** Elements that have a document in them, and how they give it to the page. */
const HOLDERS = { HTMLIFrameElement: 1, HTMLFrameElement: 1, HTMLObjectElement: 1 } as const;

/**
 * Calls for each window that the page gets out of its frames or opens, before the page gets it. Browsers run no script of
 * ours in the empty document that a frame has until its own arrives, though the page can use everything in it.
 */
export function holdFramesWithin(realm: Realm, guard: (frame: Realm) => void): void {
  const seen = new WeakSet();
  const meet = (frame: unknown): void => {
    if (typeof frame !== 'object' || frame === null) return;
    try {
      const { prototype } = originals.get(frame, 'Document') as typeof Document;
      if (call(originals.weakHas, seen, [prototype]) === true) return;
      call(originals.weakAdd, seen, [prototype]);
      guard(frame as Realm);
    } catch (error) {
      // Another origin's window, which the page cannot use either.
      void error;
    }
  };
  for (const holder in HOLDERS) {
    const owner = (realm as unknown as Record<string, { readonly prototype: object } | undefined>)[holder]?.prototype;
    if (owner === undefined) continue;
    replaceAccessor(owner, 'contentWindow', (native) => ({
      get: (self) => {
        const frame = call(native.get, self, []);
        meet(frame);
        return frame;
      },
    }));
    replaceAccessor(owner, 'contentDocument', (native) => ({
      get: (self) => {
        const inside = call(native.get, self, []);
        if (inside !== null) meet(call(originals.view, inside, []));
        return inside;
      },
    }));
  }
  replaceMethod(realm, 'open', (native) => (self, args) => {
    const opened = call(native, self, args);
    meet(opened);
    return opened;
  });
}
