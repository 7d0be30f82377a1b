import type { Domain } from '#core/site.ts';
import { HostName } from './number.tsx';
import { ShortList } from './short-list.tsx';
import { followedWords } from './words-followed.ts';

/** The other sites that know the person by the same number. */
export function AlsoOn({ of }: { readonly of: readonly Domain[] }) {
  return (
    <ShortList
      of={of}
      show={5}
      kind="also-on"
      more={followedWords.moreSites}
      entry={(domain) => (
        <li key={domain}>
          <HostName of={domain} />
        </li>
      )}
    />
  );
}
