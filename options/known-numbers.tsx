import type { KnownNumber } from '#core/company-report.ts';
import type { Domain } from '#core/site.ts';
import { figure, shortDay } from '#ui/amounts.ts';
import { joined } from '#ui/join.ts';
import { useNow } from '#ui/now.ts';
import { Given, HostName, NumberCut } from '#ui/number.tsx';
import { Picture } from '#ui/picture.tsx';
import { howText } from '#ui/recipients.tsx';
import { companyWords } from '#ui/words-companies.ts';
import { optionWords } from '#ui/words-options.ts';
import { InSteps } from './in-steps.tsx';
import { Wide } from './part.tsx';
import { hashOf } from './route.ts';

function SiteLink({ of, kind }: { readonly of: Domain; readonly kind?: string }) {
  return (
    <a class={kind} href={hashOf({ page: 'site', domain: of })}>
      <HostName of={of} />
    </a>
  );
}

/** Whose number it is, and under which name it is stored. */
function Whose({ of: { name, own, givenBy, site } }: { readonly of: KnownNumber }) {
  return (
    <small class="soft small">
      <code>
        <Given text={name} />
      </code>
      {!own && givenBy !== site && <> {companyWords.of(<HostName of={givenBy} />)}</>}
    </small>
  );
}

function Row({ of }: { readonly of: KnownNumber }) {
  const now = useNow();
  return (
    <tr>
      <th scope="row" class="cell-site">
        <SiteLink of={of.site} kind="who" />
      </th>
      <td class="cell-number">
        <div class="with-picture">
          <Picture of={of.number} size="s" />
          <div class="cell-cut">
            <NumberCut value={of.number} />
            <Whose of={of} />
          </div>
        </div>
      </td>
      <td>
        {of.own ? companyWords.itsOwn() : companyWords.gotIt(howText([of]))}
        {of.on.length > 0 && (
          <small class="soft small">
            {companyWords.alsoOnPages(joined(of.on.map((site) => <SiteLink key={site} of={site} />)))}
          </small>
        )}
      </td>
      <td class="num">{figure(of.requests)}</td>
      <td class="nowrap">{shortDay(of.first, now)}</td>
      <td class="nowrap">{shortDay(of.last, now)}</td>
    </tr>
  );
}

/** On which sites, by which numbers, and how the company came by each. */
export function KnownNumbers({ of, label }: { readonly of: readonly KnownNumber[]; readonly label: string }) {
  return (
    <InSteps of={of}>
      {(shown) => (
        <Wide label={label}>
          <table class="table">
            <thead>
              <tr>
                <th scope="col">{optionWords.site()}</th>
                <th scope="col">{optionWords.numberColumn()}</th>
                <th scope="col">{companyWords.howColumn()}</th>
                <th scope="col" class="num">
                  {companyWords.requests()}
                </th>
                <th scope="col">{companyWords.first()}</th>
                <th scope="col">{companyWords.last()}</th>
              </tr>
            </thead>
            <tbody>
              {shown.map((number) => (
                <Row key={number.key} of={number} />
              ))}
            </tbody>
          </table>
        </Wide>
      )}
    </InSteps>
  );
}
