import type { GuardNews } from '../line.ts';
import { wrapMethod } from './wrap.ts';

/** Tells when a page changes its address without loading. */
export function watchMoves(tell: (news: GuardNews) => void): void {
  for (const method of ['pushState', 'replaceState']) {
    wrapMethod(History.prototype, method, { after: () => tell({ saw: 'moved' }) });
  }
}
