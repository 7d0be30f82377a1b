/** Counts how long a page was visible, in ms. */
export interface VisibleTime {
  /** Visible time not yet taken. */
  readonly sofar: () => number;
  /** Takes the visible time since it was last taken. */
  readonly take: () => number;
}

/** When the document began to arrive, on the page's own clock: before that the page before it was shown. */
function arrival(): number {
  const [navigation] = performance.getEntriesByType('navigation');
  return navigation instanceof PerformanceNavigationTiming ? navigation.responseStart : 0;
}

/** Starts counting from the arrival of the document. */
export function countVisibleTime(): VisibleTime {
  let since = document.visibilityState === 'visible' ? arrival() : null;
  let counted = 0;
  let away = false;
  const settle = (): void => {
    const now = performance.now();
    if (since !== null) counted += now - since;
    since = document.visibilityState === 'visible' && !away ? now : null;
  };
  // A page that is left is called hidden only after it has said its last word; one that comes back counts on.
  addEventListener('pagehide', () => {
    away = true;
    settle();
  });
  addEventListener('pageshow', () => {
    away = false;
    settle();
  });
  // Capturing, so that the time is settled before anybody reports it on the same event.
  document.addEventListener('visibilitychange', settle, { capture: true });
  return {
    sofar: () => {
      settle();
      return counted;
    },
    take: () => {
      settle();
      const taken = counted;
      counted = 0;
      return taken;
    },
  };
}
