import type { GuardNews } from '../line.ts';
import { natives } from '../natives.ts';
import { runningScript } from '../script-of.ts';
import { wrapMethod, wrapSetter } from './wrap.ts';

/** The name in a `name=value; …` line; a line without `=` has no name. */
function nameIn(line: string): string {
  const equals = natives.apply(natives.indexOf, line, ['=']);
  return equals === -1 ? '' : natives.apply(natives.trim, natives.apply(natives.slice, line, [0, equals]), []);
}

/** Tells which scripts write cookies and web storage. */
export function watchWrites(tell: (news: GuardNews) => void): void {
  const cookie = (name: string): void => tell({ saw: 'cookie-written', name, script: runningScript() });
  wrapSetter(Document.prototype, 'cookie', (line) => {
    // An object's `toString` is the page's: it was called once by the setter, and is not called again.
    if (typeof line === 'string') cookie(nameIn(line));
  });
  if ('CookieStore' in globalThis) {
    wrapMethod((globalThis as unknown as { CookieStore: { prototype: object } }).CookieStore.prototype, 'set', {
      after: ([first]) => {
        const name = typeof first === 'object' && first !== null && 'name' in first ? first.name : first;
        if (typeof name === 'string') cookie(name);
      },
    });
  }
  wrapMethod(Storage.prototype, 'setItem', {
    after: ([key]) => {
      if (typeof key === 'string') tell({ saw: 'storage-written', name: key, script: runningScript() });
    },
  });
}
