import type { NumberReport } from '#core/report.ts';
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon } from './icon.tsx';
import { MarkedValue, NumberWhole } from './number.tsx';
import { Picture } from './picture.tsx';
import { words } from './words.ts';

const SAID_FOR_MS = 2000;

/** Marks a stretch of the page, as if by hand, for the person to copy. */
function select(of: Element | null): void {
  if (of !== null) getSelection()?.selectAllChildren(of);
}

type Said = 'nothing' | 'copied' | 'selected';

/** Copies the number; where the browser will not, selects it and says so. */
function CopyButton({ number, shown }: { readonly number: string; readonly shown: () => Element | null }) {
  const [said, say] = useState<Said>('nothing');
  useEffect(() => {
    if (said === 'nothing') return undefined;
    const timer = setTimeout(() => say('nothing'), SAID_FOR_MS);
    return () => clearTimeout(timer);
  }, [said]);

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(number);
      say('copied');
    } catch {
      select(shown());
      say('selected');
    }
  }

  return (
    <div class="copy">
      <button
        type="button"
        class="button button-plain button-icon button-copy"
        aria-label={words.copy()}
        title={words.copy()}
        onClick={() => void copy()}
      >
        <Icon name={said === 'copied' ? 'check' : 'copy'} />
      </button>
      <span class="copy-says" role="status">
        {said === 'copied' && words.copied()}
        {said === 'selected' && words.selected()}
      </span>
    </div>
  );
}

/** A badge's picture, number, and the press that copies it. */
function TagFace({ number, fact }: { readonly number: string; readonly fact: string | undefined }) {
  const shown = useRef<HTMLDivElement>(null);
  return (
    <>
      <Picture of={number} />
      <div ref={shown} class="tag-number">
        <NumberWhole value={number} {...(fact !== undefined && { fact })} />
      </div>
      <CopyButton number={number} shown={() => shown.current} />
    </>
  );
}

/** A number as a name badge: its picture, the whole of it, to be copied; `children` is a line below. */
export function Tag({
  of,
  fact,
  children,
}: {
  readonly of: NumberReport;
  readonly fact?: string;
  readonly children?: ComponentChildren;
}) {
  return (
    <div class={of.ended === null ? 'tag' : 'tag tag-old'}>
      <TagFace number={of.number} fact={fact} />
      {of.value !== of.number && (
        <div class="tag-caption">
          {words.storedAs()} <MarkedValue value={of.value} number={of.number} />
        </div>
      )}
      {children !== undefined && <p class="tag-caption">{children}</p>}
    </div>
  );
}

/** A number that is neither stored nor sent: there, and nobody wears it. */
export function HeldTag({ of, fact }: { readonly of: string; readonly fact?: string }) {
  return (
    <div class="tag tag-empty tag-held">
      <TagFace number={of} fact={fact} />
    </div>
  );
}

/** The badge of nobody. */
export function EmptyTag() {
  return <div class="tag tag-empty" aria-hidden="true" />;
}
