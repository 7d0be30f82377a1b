/** A place in somebody else's page that is ours alone: a closed shadow root in the top layer. */
export interface Place {
  readonly root: ShadowRoot;
  readonly host: HTMLElement;
  readonly show: () => void;
  readonly hide: () => void;
  /** Takes it away; the focus goes back to where it came from, if it was in here. */
  readonly remove: () => void;
}

/**
 * A style element would be judged by the page's own security policy in Firefox; a constructed sheet is not.
 * @see https://www.w3.org/TR/cssom-1/#dom-cssstylesheet-replacesync
 */
function dress(root: ShadowRoot, css: string): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets = [sheet];
}

/** Prepares a place at the end of a page; nothing is seen of it before `show`. */
export function placeIn(page: Document, css: string): Place {
  // A plain div: a page may define what a hyphenated name does, and would be handed its closed root.
  const host = page.createElement('div');
  host.hidden = true;
  host.popover = 'manual';
  const root = host.attachShadow({ mode: 'closed' });
  dress(root, css);

  let before: EventTarget | null = null;
  root.addEventListener('focusin', (event) => {
    if (event instanceof FocusEvent && event.relatedTarget !== null) before = event.relatedTarget;
  });

  return {
    root,
    host,
    show: () => {
      if (!host.isConnected) page.documentElement.append(host);
      host.hidden = false;
      // Above whatever the page stacks, without its numbers; without popovers (Firefox before 125) the highest number must do.
      if (typeof host.showPopover === 'function' && !host.matches(':popover-open')) host.showPopover();
    },
    hide: () => {
      host.hidden = true;
    },
    remove: () => {
      const inside = page.activeElement === host;
      host.remove();
      if (inside && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    },
  };
}
