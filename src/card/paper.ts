/**
 * The card's own styles, made fit for somebody else's page. They are on an element inside the root, which the page's
 * selectors do not reach: variables of the root's host could be overwritten by the page. And they are in px: a rem is
 * whatever the page says it is.
 */
const REM_PX = 16;

/** Everything about the host that a page could change, decided by us: important rules of the inside win. */
const HOST = `
:host {
  all: initial !important;
  position: fixed !important;
  inset: auto 16px 16px auto !important;
  z-index: 2147483647 !important;
  display: block !important;
  max-inline-size: calc(100vw - 32px) !important;
  color-scheme: light dark !important;
}
:host([hidden]) { display: none !important; }
@media print { :host { display: none !important; } }
`;

/** Our sheets as one that stands by itself in a shadow root whose outermost element is `.paper`. */
export function paperSheet(sheets: readonly string[]): string {
  const ours = sheets
    .join('\n')
    .replaceAll(':root', '.paper')
    .replaceAll(/(?<![\w.])(\d*\.?\d+)rem\b/gu, (_, amount: string) => `${Number(amount) * REM_PX}px`);
  return `${HOST}${ours}`;
}
