/** Chromium's second version of the interface: whether something paints over an element. @see https://w3c.github.io/IntersectionObserver/v2/ */
interface Seen extends IntersectionObserverEntry {
  readonly isVisible?: boolean;
}

/** How often the browser looks, at most, in ms: it asks for a hundred or more. */
const DELAY = 100;

/**
 * Watches whether a page lays something over an element, so that people would press what they do not see. Where the
 * browser does not tell (Firefox), nothing is taken for covered.
 */
export function watchCover(
  element: Element,
  tell: (covered: boolean) => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  if (!('isVisible' in IntersectionObserverEntry.prototype)) return;
  const options = { threshold: 1, trackVisibility: true, delay: DELAY } as IntersectionObserverInit;
  const observer = new IntersectionObserver((entries) => {
    const last: Seen | undefined = entries.at(-1);
    if (last !== undefined) tell(last.isVisible === false);
  }, options);
  observer.observe(element);
  signal.addEventListener('abort', () => observer.disconnect(), { once: true });
}
