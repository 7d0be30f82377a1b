/** How long a card has been there before a press on it counts, in ms: nobody decides about what appears under the finger. */
const SETTLED_MS = 500;

/**
 * A press that is the person's: made by a person, not by a script of the page, on a card that was there to be read and
 * that nothing covers.
 */
export function isPersons(
  event: Event,
  { shownAt, covered }: { readonly shownAt: number; readonly covered: boolean },
): boolean {
  return event.isTrusted && !covered && event.timeStamp - shownAt >= SETTLED_MS;
}
