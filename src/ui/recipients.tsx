import type { RecipientReport } from '#core/report.ts';
import { HostName } from './number.tsx';
import { ShortList } from './short-list.tsx';
import { words } from './words.ts';

/** In what form somebody got the number. */
function formOf({ as }: Pick<RecipientReport, 'as'>): string {
  const inClear = as.includes('address') || as.includes('body');
  if (as.includes('cookie') && inClear) return words.inClearAndCookie();
  return inClear ? words.inClear() : words.inCookie();
}

/** Who got a number, most often first, in what form and how many times. */
export function Recipients({ of, fact }: { readonly of: readonly RecipientReport[]; readonly fact?: string }) {
  if (of.length === 0) return <p>{words.nobodyElse()}</p>;
  return (
    <ShortList
      of={[...of].sort((a, b) => b.requests - a.requests)}
      show={5}
      kind="recipients"
      more={words.moreCompanies}
      {...(fact !== undefined && { fact })}
      entry={(recipient) => (
        <li key={recipient.domain} data-recipient={recipient.domain}>
          <HostName of={recipient.domain} />
          <small>{formOf(recipient)}</small>
          <span>{words.times(recipient.requests)}</span>
        </li>
      )}
    />
  );
}
