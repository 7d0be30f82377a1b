import type { Correction } from '#core/correction.ts';
import { identifierKey, nameOf } from '#core/identifier.ts';
import { useEffect, useRef } from 'preact/hooks';
import { shortDay } from './amounts.ts';
import { TakeBack } from './correct.tsx';
import { useNow } from './now.ts';
import { Given } from './number.tsx';
import { whyWords } from './words-why.ts';

/** The press just made is gone with its line: who goes by the keyboard finds the one that takes it back. */
function useFocusOnNews(of: readonly Correction[]) {
  const list = useRef<HTMLUListElement>(null);
  const before = useRef(of.length);
  useEffect(() => {
    const more = of.length > before.current;
    before.current = of.length;
    const lost = document.activeElement === null || document.activeElement === document.body;
    if (more && lost) list.current?.querySelector('button')?.focus();
  }, [of]);
  return list;
}

/** What the person said that values here are, each with the press that takes it back, also of what is not stored now. */
export function Corrections({ of }: { readonly of: readonly Correction[] }) {
  const now = useNow();
  const list = useFocusOnNews(of);
  if (of.length === 0) return null;
  return (
    <ul class="values" data-fact="corrections" ref={list}>
      {of.map((correction) => (
        <li key={identifierKey(correction.identifier)} data-said={correction.is}>
          <span>
            <span class="number">
              <Given text={nameOf(correction.identifier)} />
            </span>{' '}
            {whyWords.is[correction.is]()}
            <span class="soft small">{shortDay(correction.at, now)}</span>
          </span>
          <TakeBack of={correction} />
        </li>
      ))}
    </ul>
  );
}
