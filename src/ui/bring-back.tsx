import type { TakenNumber } from '#core/control.ts';
import { useState } from 'preact/hooks';
import { day } from './amounts.ts';
import { Icon } from './icon.tsx';
import { useNow } from './now.ts';
import { NumberCut } from './number.tsx';
import { Picture } from './picture.tsx';
import { ShortList } from './short-list.tsx';
import { controlWords } from './words-control.ts';
import { words } from './words.ts';

/** What a fresh look found after the press. */
export type Found = 'looking' | 'found' | 'not-found';

/** Presses on "Bring back", by the key of what was taken, and what came of each. */
export interface BringsBack {
  readonly found: ReadonlyMap<string, Found>;
  readonly press: (key: string) => void;
}

/** Remembers what came of each press for as long as the view is open; `null`: it could not be carried out at all. */
export function useBringBack(bringBack: (key: string) => Promise<boolean | null>): BringsBack {
  const [found, setFound] = useState<ReadonlyMap<string, Found>>(new Map());
  const note = (key: string, what: Found) => setFound((before) => new Map([...before, [key, what]]));
  async function look(key: string): Promise<void> {
    note(key, 'looking');
    const answer = await bringBack(key);
    if (answer === null) setFound((before) => new Map([...before].filter(([other]) => other !== key)));
    else note(key, answer ? 'found' : 'not-found');
  }
  return { found, press: (key) => void look(key) };
}

/** The press, or what came of it. */
export function BringBack({
  of,
  does,
  look = 'button',
  children,
}: {
  readonly of: TakenNumber;
  readonly does: BringsBack;
  readonly look?: string;
  /** What the button says. */
  readonly children: string;
}) {
  const found = does.found.get(of.key);
  if (found === 'found') return <span class="brought">{controlWords.broughtBack()}</span>;
  return (
    <>
      {found === 'not-found' && <span class="brought">{controlWords.notFoundAfterwards()}</span>}
      <button
        type="button"
        class={look}
        data-undo={of.key}
        aria-disabled={found === 'looking'}
        onClick={() => {
          if (found !== 'looking') does.press(of.key);
        }}
      >
        {look === 'button' && <Icon name="undo" />}
        {children}
      </button>
    </>
  );
}

function whenTaken(of: TakenNumber, now: number): string {
  return (of.why === 'reset' ? controlWords.replacedOn : controlWords.takenOn)(day(of.at, now));
}

function Taken({ of, does }: { readonly of: TakenNumber; readonly does: BringsBack }) {
  const now = useNow();
  return (
    <li class="taken">
      <Picture of={of.number} size="s" />
      <span class="other-says">
        <NumberCut value={of.number} />
        <span class="soft small">{whenTaken(of, now)}</span>
      </span>
      <span class="taken-does">
        <BringBack of={of} does={does}>
          {controlWords.bringBack()}
        </BringBack>
      </span>
    </li>
  );
}

/** What was taken away and can be brought back, newest first; what was just brought back stays, and says so. */
export function TakenNumbers({ of, does }: { readonly of: readonly TakenNumber[]; readonly does: BringsBack }) {
  const shown = canComeBack(of, does);
  return (
    <ShortList
      of={shown}
      show={3}
      kind="taken-list"
      more={words.moreNumbers}
      entry={(one) => <Taken key={one.key} of={one} does={does} />}
    />
  );
}

/** Those of them that are not back yet, or were brought back just now. */
export function canComeBack(of: readonly TakenNumber[], { found }: BringsBack): readonly TakenNumber[] {
  return of.filter(({ key, backAt, why }) => why !== 'hold' && (backAt === null || found.has(key)));
}
