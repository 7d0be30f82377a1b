import type { OverviewReport } from '#core/report.ts';
import { shortDay } from '#ui/amounts.ts';
import { useNow } from '#ui/now.ts';
import { Given, HostName, NumberCut } from '#ui/number.tsx';
import { Picture } from '#ui/picture.tsx';
import { optionWords } from '#ui/words-options.ts';
import { Wide } from './part.tsx';
import { hashOf } from './route.ts';
import { endOn, placeOn, type Span, spanOf } from './span.ts';

type Life = OverviewReport['longest'][number];

function runsOut(expires: Life['expires'], now: number): string {
  if (expires === 'never') return optionWords.never();
  return expires === 'session' ? optionWords.withSession() : shortDay(expires, now);
}

function Bar({ of, span }: { readonly of: Life; readonly span: Span }) {
  const now = useNow();
  const from = placeOn(span, of.since);
  const end = placeOn(span, endOn(span, of.expires, now));
  const today = Math.min(end, placeOn(span, now));
  return (
    <span class="life-bar" aria-hidden="true">
      <i style={{ '--from': String(from), '--for': String(end - from) }} />
      <i style={{ '--from': String(from), '--for': String(today - from) }} />
    </span>
  );
}

function Scale({ of }: { readonly of: Span }) {
  return (
    <span class="life-scale" aria-hidden="true">
      {of.years.map(({ year, at }) => (
        <span key={year} style={{ '--from': String(placeOn(of, at)) }}>
          {year}
        </span>
      ))}
    </span>
  );
}

function Row({ of, span }: { readonly of: Life; readonly span: Span }) {
  const now = useNow();
  return (
    <tr>
      <td class="cell-number">
        <span class="with-picture">
          <Picture of={of.number} size="s" />
          <NumberCut value={of.number} />
        </span>
      </td>
      <th scope="row">
        <Given text={of.givenBy} />
        <small class="soft small">
          {of.own ? (
            <a href={hashOf({ page: 'site', domain: of.on })}>{optionWords.theSiteItself()}</a>
          ) : (
            optionWords.onSite(
              <a href={hashOf({ page: 'site', domain: of.on })}>
                <HostName of={of.on} />
              </a>,
            )
          )}
        </small>
      </th>
      <td class="cell-life">
        <Bar of={of} span={span} />
      </td>
      <td class="soft nowrap">{runsOut(of.expires, now)}</td>
    </tr>
  );
}

/** The numbers that live longest, each a bar from when it was first seen to when it may be dropped. */
export function Longest({ of }: { readonly of: OverviewReport['longest'] }) {
  const span = spanOf(of, useNow());
  if (of.length === 0) return <p class="soft">{optionWords.longestNone()}</p>;
  return (
    <>
      <Wide label={optionWords.longestHead()}>
        <table class="table life-table">
          <thead>
            <tr>
              <th scope="col">{optionWords.numberColumn()}</th>
              <th scope="col">{optionWords.givenBy()}</th>
              <th scope="col">
                <span class="for-ears">{optionWords.lifeColumn()}</span>
                <Scale of={span} />
              </th>
              <th scope="col">{optionWords.runsOut()}</th>
            </tr>
          </thead>
          <tbody>
            {of.map((life) => (
              <Row key={`${life.number} ${life.on}`} of={life} span={span} />
            ))}
          </tbody>
        </table>
      </Wide>
      <ul class="year-legend">
        <li>
          <i class="s4" />
          {optionWords.lifePast()}
        </li>
        <li>
          <i class="s2" />
          {optionWords.lifeToCome()}
        </li>
      </ul>
    </>
  );
}
