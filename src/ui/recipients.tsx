import { type Form, isDigest } from '#core/followed.ts';
import type { RecipientReport } from '#core/recipient.ts';
import { day } from './amounts.ts';
import { Basis } from './basis.tsx';
import { joinedText } from './join.ts';
import { useNow } from './now.ts';
import { Given, HostName } from './number.tsx';
import { ShortList } from './short-list.tsx';
import { followedWords } from './words-followed.ts';
import { words } from './words.ts';

/** Digests by the names that people may have read. */
const DIGESTS: Readonly<Partial<Record<Form, string>>> = {
  md5: 'MD5',
  sha1: 'SHA-1',
  sha256: 'SHA-256',
  sha512: 'SHA-512',
};

/** In which form a number stood somewhere: `hashed (SHA-256)`. */
export function formText(form: Form): string {
  return followedWords.form[form](isDigest(form) ? (DIGESTS[form] ?? form) : '');
}

/** One company, or one domain of which nobody knows whose it is. */
interface Got {
  readonly name: string | null;
  readonly domains: readonly RecipientReport[];
}

/** By company, most requests first; within it the domains likewise. */
function byCompany(all: readonly RecipientReport[]): readonly Got[] {
  const groups = new Map<string, Got>();
  for (const one of all.toSorted((a, b) => b.requests - a.requests)) {
    const name = one.company?.name ?? null;
    const key = name ?? one.domain;
    groups.set(key, { name, domains: [...(groups.get(key)?.domains ?? []), one] });
  }
  return [...groups.values()].toSorted((a, b) => timesOf(b) - timesOf(a));
}

function timesOf({ domains }: Got): number {
  return domains.reduce((sum, { requests }) => sum + requests, 0);
}

function distinct<T>(values: readonly T[]): readonly T[] {
  return [...new Set(values)];
}

/** Where a number stood, and in which forms: `in addresses: as it is and hashed (SHA-256)`. */
export function howText(all: readonly Pick<RecipientReport, 'as' | 'forms'>[]): string {
  const where = joinedText(distinct(all.flatMap(({ as }) => as)).map((as) => followedWords.in[as]()));
  const forms = distinct(all.flatMap((one) => one.forms).map(formText));
  return forms.length === 0 ? where : `${where}: ${joinedText(forms)}`;
}

function Span({ of: { domains } }: { readonly of: Got }) {
  const now = useNow();
  const first = day(Math.min(...domains.map((one) => one.first)), now);
  const last = day(Math.max(...domains.map((one) => one.last)), now);
  return <small>{first === last ? followedWords.once(first) : followedWords.span(first, last)}</small>;
}

function Company({ of }: { readonly of: Got }) {
  const [beside] = of.domains.flatMap((one) => one.beside);
  const elsewhere = distinct(of.domains.flatMap(({ on }) => on)).length;
  return (
    <li data-recipient={of.domains[0]?.domain}>
      <span class="recipient-name">
        {of.name !== null && (
          <b>
            <Given text={of.name} />
          </b>
        )}
        {of.domains.map(({ domain }) => (
          <HostName key={domain} of={domain} />
        ))}
      </span>
      <small>{howText(of.domains)}</small>
      <span>{words.times(timesOf(of))}</span>
      <Span of={of} />
      {elsewhere > 0 && <small class="recipient-more">{followedWords.elsewhere(elsewhere)}</small>}
      {beside !== undefined && (
        <small class="recipient-more">
          {followedWords.beside(
            <code>
              <Given text={beside.name} />
            </code>,
          )}{' '}
          <Basis how="inferred" says={followedWords.canTell()} />
        </small>
      )}
    </li>
  );
}

/** Who got a number, by company, most often first: in what form, how many times, and from when to when. */
export function Recipients({ of, fact }: { readonly of: readonly RecipientReport[]; readonly fact?: string }) {
  if (of.length === 0) return <p>{words.nobodyElse()}</p>;
  return (
    <ShortList
      of={byCompany(of)}
      show={5}
      kind="recipients"
      more={words.moreCompanies}
      {...(fact !== undefined && { fact })}
      entry={(got) => <Company key={got.domains[0]?.domain} of={got} />}
    />
  );
}
