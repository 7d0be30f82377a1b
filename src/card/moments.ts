import { isBusy } from './person.ts';

/** What may begin or end the person's being at something. All are heard before the page can stop them. */
const IN_DOCUMENT = ['focusin', 'focusout', 'input', 'change', 'reset', 'submit', 'visibilitychange'] as const;
const IN_WINDOW = ['focus', 'blur', 'pageshow', 'resize'] as const;

/** Nothing is begun in a field that was emptied again. */
function isEmptied(field: Element): boolean {
  return 'value' in field && field.value === '';
}

/**
 * Tells whether the person is busy, at once and whenever that changes. No time is waited for: it looks anew at the frame
 * after each event, when the focus has come to rest.
 */
export function watchPerson(
  page: Document,
  tell: (busy: boolean) => void,
  { signal }: { readonly signal: AbortSignal },
): void {
  let known: boolean | null = null;
  let looking = false;

  // Fields that the person changed since we look: frameworks move the default along with the value.
  const changed = new Set<Element>();

  function look(): void {
    looking = false;
    if (signal.aborted) return;
    for (const field of changed) if (!field.isConnected || isEmptied(field)) changed.delete(field);
    const busy = changed.size > 0 || isBusy(page);
    if (busy === known) return;
    known = busy;
    tell(busy);
  }

  function soon(event: Event): void {
    const [field] = event.composedPath();
    if (event.type === 'input' && event.isTrusted && field instanceof Element) changed.add(field);
    if (event.type === 'submit' || event.type === 'reset') changed.clear();
    if (looking) return;
    looking = true;
    // A page out of view has no frames: it looks when it comes into view.
    if (page.visibilityState === 'visible') requestAnimationFrame(look);
    else look();
  }

  const options = { capture: true, passive: true, signal };
  for (const type of IN_DOCUMENT) page.addEventListener(type, soon, options);
  for (const type of IN_WINDOW) page.defaultView?.addEventListener(type, soon, options);
  page.addEventListener('fullscreenchange', soon, options);
  look();
}
