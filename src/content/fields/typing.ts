import { isField } from './taken.ts';

/** That the person is typing is told again after so many ms. */
const AGAIN = 20_000;

/** Says that the person is typing in a field of this document: nothing of what, and not in which. */
export function watchTyping(page: Document, tell: () => void): void {
  let told = -Infinity;
  page.addEventListener(
    'input',
    (event) => {
      const [field] = event.composedPath();
      if (!event.isTrusted || !isField(field) || event.timeStamp - told < AGAIN) return;
      told = event.timeStamp;
      tell();
    },
    { capture: true },
  );
}
