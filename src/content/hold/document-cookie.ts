import { natives } from '../natives.ts';
import type { CookieJar } from './cookie-jar.ts';
import { documentAbove, type Realm, whoseDocument } from './here.ts';
import { call, originals, replaceAccessor, textOf } from './originals.ts';

/** The browser's own accessor, of this window: those of frames have other guards before them, and end with the frame. */
const own = natives.describe(Document.prototype, 'cookie');

/**
 * Stands between the page and `document.cookie` in a window. A document of another window is left to that window's own accessor, as
 * if the page had used it: there its jar is.
 */
export function holdDocumentCookie(jar: CookieJar, realm: Realm): void {
  /** A page may have put our accessor in the place of the other window's: then it is we who hold. */
  let passing = false;
  const passOn = <Result>(pass: () => Result): Result => {
    passing = true;
    try {
      return pass();
    } finally {
      passing = false;
    }
  };
  /** The document whose own accessor is to be used; `null` where it is this one. */
  const other = (self: unknown, whose: 'ours' | 'foreign'): object | null =>
    passing ? null : whose === 'foreign' ? (self as object) : documentAbove();

  replaceAccessor(realm.Document.prototype, 'cookie', (native) => ({
    get: (self) => {
      const whose = whoseDocument(self);
      if (whose === 'none') return call(native.get, self, []);
      const elsewhere = other(self, whose);
      if (elsewhere !== null) return passOn(() => originals.get(elsewhere, 'cookie'));
      return jar.merge(call(own?.get, self, []) as string);
    },
    set: (self, value) => {
      const whose = whoseDocument(self);
      if (whose === 'none') {
        call(native.set, self, [value]);
        return;
      }
      const elsewhere = other(self, whose);
      if (elsewhere !== null) passOn(() => originals.set(elsewhere, 'cookie', value));
      else jar.write(textOf(value), (line) => void call(own?.set, self, [line]));
    },
  }));
}
