import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';

/** What arrow keys go through in something that opened. */
const STOPS = 'button, input, select';

function stopsIn(list: HTMLElement | null): readonly HTMLElement[] {
  return list === null ? [] : [...list.querySelectorAll<HTMLElement>(STOPS)];
}

/** Where an arrow key leads from a stop; `undefined` for any other key. */
function nextStop(stops: readonly HTMLElement[], key: string): HTMLElement | undefined {
  const at = stops.findIndex((stop) => stop === document.activeElement);
  switch (key) {
    case 'ArrowDown':
      return stops[(at + 1) % stops.length];
    case 'ArrowUp':
      return stops.at(at <= 0 ? -1 : at - 1);
    case 'Home':
      return stops[0];
    case 'End':
      return stops.at(-1);
  }
  return undefined;
}

/** Fields use arrow keys themselves. */
function isField(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
}

interface MenuProps {
  /** The button's name where its face has no words, and the name of what opens. */
  readonly name: string;
  readonly face: ComponentChildren;
  /** The button's classes. */
  readonly look: string;
  /** A `panel` may hold fields, which a menu may not. @see https://www.w3.org/TR/wai-aria-1.2/#menu */
  readonly kind: 'menu' | 'panel';
  readonly opens?: 'down' | 'up';
  /** Whether the face's words name the button already. */
  readonly worded?: boolean;
  readonly title?: string;
  /** What opens; `close` gives the focus back to the button. */
  readonly children: (close: () => void) => ComponentChildren;
}

/** A button and what it opens. Escape closes it and gives the focus back; so does a choice. */
export function Menu({ name, face, look, kind, opens = 'down', worded = false, title, children }: MenuProps) {
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);

  useEffect(() => {
    if (!open) return undefined;
    const listening = new AbortController();
    const outside = (event: Event) => {
      if (event.target instanceof Node && box.current?.contains(event.target) !== true) setOpen(false);
    };
    document.addEventListener('pointerdown', outside, { signal: listening.signal });
    list.current?.scrollIntoView?.({ block: 'nearest' });
    const stops = stopsIn(list.current);
    (stops.find((stop) => stop.matches('[aria-checked=true], [aria-pressed=true]')) ?? stops[0])?.focus();
    return () => listening.abort();
  }, [open]);

  function close(): void {
    setOpen(false);
    button.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!open) return;
    if (event.key === 'Escape') {
      // The browser would close the whole popup.
      event.preventDefault();
      event.stopPropagation();
      close();
      return;
    }
    if (event.key === 'Tab' && kind === 'menu') close();
    const next = isField(event.target) ? undefined : nextStop(stopsIn(list.current), event.key);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  return (
    <div
      ref={box}
      class="menu"
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && box.current?.contains(relatedTarget) === false) setOpen(false);
      }}
    >
      <button
        ref={button}
        type="button"
        class={look}
        aria-haspopup={kind === 'menu' ? 'menu' : undefined}
        aria-expanded={open}
        aria-label={worded ? undefined : name}
        title={title}
        onClick={() => setOpen(!open)}
      >
        {face}
      </button>
      {open && (
        <div
          ref={list}
          class={opens === 'up' ? 'menu-list menu-list-up' : 'menu-list'}
          role={kind === 'menu' ? 'menu' : 'group'}
          aria-label={name}
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}

/** One choice of a menu; `checked` where it is one of several of which one holds. */
export function MenuItem({
  checked,
  press,
  hooks = {},
  children,
}: {
  readonly checked?: boolean;
  readonly press: () => void;
  /** `data-` attributes for tests. */
  readonly hooks?: Readonly<Record<`data-${string}`, string>>;
  readonly children: ComponentChildren;
}) {
  return (
    <button
      type="button"
      class="menu-item"
      role={checked === undefined ? 'menuitem' : 'menuitemradio'}
      aria-checked={checked}
      tabIndex={-1}
      onClick={press}
      {...hooks}
    >
      <Icon name="check" />
      <span>{children}</span>
    </button>
  );
}
