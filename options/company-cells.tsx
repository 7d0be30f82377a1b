import type { CompanySummary } from '#core/company-report.ts';
import { figure } from '#ui/amounts.ts';
import { Given, HostName, NumberCut } from '#ui/number.tsx';
import { Picture } from '#ui/picture.tsx';
import { companyWords } from '#ui/words-companies.ts';
import { words } from '#ui/words.ts';
import { hashOf } from './route.ts';

/** Pictures shown of one who has several numbers. */
const PICTURES = 3;

/** Whether the company can join the sites by its numbers. */
function joinedText({ joined, as }: CompanySummary): string {
  switch (joined) {
    case 'all':
      return as === null ? companyWords.joinedTogether() : companyWords.joinedOne();
    case 'some':
      return companyWords.joinedPartly();
    case 'none':
      return companyWords.joinedNot();
    case 'one-site':
      return companyWords.joinedNothing();
  }
}

/** One number with its picture, or the pictures of some and how many there are. */
export function KnowsAs({ numbers }: { readonly numbers: readonly string[] }) {
  const [only = ''] = numbers;
  if (numbers.length < 2) {
    return (
      <span class="with-picture">
        <Picture of={only} size="s" />
        <NumberCut value={only} />
      </span>
    );
  }
  return (
    <span class="with-picture">
      <span class="pictures">
        {numbers.slice(0, PICTURES).map((number) => (
          <Picture key={number} of={number} size="s" />
        ))}
      </span>
      <span class="nowrap">{words.numbers(numbers.length)}</span>
    </span>
  );
}

/** Who a company is, with a link to all that is known of it; what it knows the person as, where, and joined or not. */
export function CompanyCells({ of }: { readonly of: CompanySummary }) {
  const { domain, name, as, numbers, sites } = of;
  return (
    <>
      <th scope="row" class="cell-site">
        <a class="who" href={hashOf({ page: 'company', domain })}>
          {name === null ? <HostName of={domain} /> : <Given text={name} />}
        </a>
        {name !== null && (
          <small class="soft small">
            <HostName of={domain} />
          </small>
        )}
      </th>
      <td class="cell-number">
        <KnowsAs numbers={as === null ? numbers : [as]} />
      </td>
      <td class="num">{figure(sites.length)}</td>
      <td class="soft nowrap">{joinedText(of)}</td>
    </>
  );
}
