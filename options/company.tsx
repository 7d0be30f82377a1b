import type { ComponentChildren } from 'preact';
import type { CompanyReport, JoinedNumbers } from '#core/company-report.ts';
import type { Domain } from '#core/site.ts';
import { Basis, Legend } from '#ui/basis.tsx';
import { Given, NumberCut } from '#ui/number.tsx';
import { Picture } from '#ui/picture.tsx';
import { EmptyTag } from '#ui/tag.tsx';
import { categoryText, companyWords } from '#ui/words-companies.ts';
import { words } from '#ui/words.ts';
import { nameOf } from './company-order.ts';
import { KnownNumbers } from './known-numbers.tsx';
import { Part } from './part.tsx';
import { hashOf } from './route.ts';
import { Shown } from './shown.tsx';
import { useReport } from './use-report.ts';

function Crumb() {
  return (
    <p class="crumb">
      <a href={hashOf({ page: 'companies' })}>{companyWords.companies()}</a>
    </p>
  );
}

/** As what it knows the person, on how many sites, and whether it can tell by the numbers that they are one. */
function Knows({ of: { as, sites, joined } }: { readonly of: CompanyReport }) {
  const on = <span class="nowrap">{words.sites(sites.length)}</span>;
  if (joined === 'one-site') return <>{companyWords.knowsOnOne()}</>;
  return (
    <>
      {sentence()} <Basis how="inferred" />
    </>
  );

  function sentence(): ComponentChildren {
    if (joined === 'none') return companyWords.knowsApart(on);
    if (joined === 'some') return companyWords.knowsSome(on);
    return as === null ? companyWords.knowsTogether(on) : companyWords.knowsAs(<NumberCut value={as} />, on);
  }
}

/** As what, and on how many sites. */
function GroupHead({ of: { as, numbers, sites } }: { readonly of: JoinedNumbers }) {
  const on = words.sites(sites.length);
  if (as === null) {
    return <>{companyWords.groupTogether(words.numbers(new Set(numbers.map(({ number }) => number)).size), on)}</>;
  }
  return (
    <span class="with-picture">
      <Picture of={as} size="s" />
      <span>{companyWords.groupAs(<NumberCut value={as} />, on)}</span>
    </span>
  );
}

/** Numbers that join sites: one number, or several that went along with one another. `all`: on all the sites there are, as was said before. */
function Group({ of, id, all }: { readonly of: JoinedNumbers; readonly id: string; readonly all: boolean }) {
  return (
    <Part
      id={id}
      head={all ? companyWords.sitesHead() : <GroupHead of={of} />}
      aside={
        <Basis how="inferred" says={of.as === null ? companyWords.becauseTogether() : companyWords.becauseSame()} />
      }
    >
      <KnownNumbers of={of.numbers} label={companyWords.groupLabel(words.sites(of.sites.length))} />
    </Part>
  );
}

function CompanyPage({ of }: { readonly of: CompanyReport }) {
  const does = of.category === null ? null : categoryText(of.category);
  const joining = of.groups.filter(({ sites }) => sites.length > 1);
  const single = of.groups.filter(({ sites }) => sites.length < 2).flatMap(({ numbers }) => numbers);
  const head = joining.length > 0 ? companyWords.restHead() : companyWords.allHead();
  return (
    <>
      <header class="page-lead">
        <Crumb />
        <h1>
          <Given text={nameOf(of)} />
        </h1>
        <p>
          <Knows of={of} />
        </p>
        {of.name !== null && (
          <p>
            <small class="small">{[...(does === null ? [] : [does]), ...of.domains].join(' · ')}</small>
          </p>
        )}
      </header>
      {joining.map((group, at) => (
        <Group key={group.numbers[0]?.key} of={group} id={`group-${at}`} all={of.joined === 'all'} />
      ))}
      {single.length > 0 && (
        <Part id="single" head={head}>
          <KnownNumbers of={single} label={head} />
        </Part>
      )}
      <Legend />
    </>
  );
}

function UnknownCompany({ domain }: { readonly domain: Domain }) {
  return (
    <header class="page-lead">
      <Crumb />
      <h1>
        <Given text={domain} />
      </h1>
      <p>{companyWords.unknown()}</p>
      <EmptyTag />
    </header>
  );
}

/** All that is known of one company, by any of its domains. */
export function Company({ domain }: { readonly domain: Domain }) {
  const { loaded, refresh } = useReport('company', { domain });
  return (
    <Shown loaded={loaded} again={refresh}>
      {(report) => (report === null ? <UnknownCompany domain={domain} /> : <CompanyPage of={report} />)}
    </Shown>
  );
}
