/** That a password field is filled is told again after so many ms, since the background counts from the last time. */
const AGAIN = 300_000;

/** A field for a password; one that shows it for a while says so still. */
function isPassword(field: unknown): field is HTMLInputElement {
  if (!(field instanceof HTMLInputElement)) return false;
  return field.type === 'password' || /(?:^|\s)(?:current|new)-password$/u.test(field.autocomplete);
}

function isFilled(field: unknown): boolean {
  return isPassword(field) && field.value !== '';
}

/** What the person did last may still be acted on; a page that sends a form by itself has no such moment. */
function personActs(): boolean {
  return navigator.userActivation?.isActive ?? false;
}

/**
 * Says that the person, or the browser for them, filled a password field of this document: nothing of what is in it. What
 * a page's scripts do looks different and is not told, but where the person sends the form (password managers fill it in
 * by scripts). Fields in a closed shadow tree are not seen.
 */
export function watchPasswords(tellTyped: () => void): void {
  let told = -Infinity;
  const tell = (): void => {
    const now = performance.now();
    if (now - told < AGAIN) return;
    told = now;
    tellTyped();
  };
  const filled = (event: Event): void => {
    if (event.isTrusted && isFilled(event.composedPath()[0])) tell();
  };
  const sent = (event: Event): void => {
    const form = event.composedPath()[0];
    if (!event.isTrusted || !(form instanceof HTMLFormElement) || !personActs()) return;
    if ([...form.elements].some((field) => isFilled(field))) tell();
  };
  addEventListener('input', filled, true);
  addEventListener('change', filled, true);
  addEventListener('submit', sent, true);
}
