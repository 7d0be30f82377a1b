import type { ComponentChildren } from 'preact';
import type { PurposeState } from '#core/consent.ts';
import type { VisitMoment, VisitReport } from '#core/visit.ts';
import { day, duration } from './amounts.ts';
import { FindingLine } from './finding.tsx';
import { Icon, type IconName, Note } from './icon.tsx';
import { useNow } from './now.ts';
import { Given } from './number.tsx';
import { seconds, TimeLine } from './time-line.tsx';
import { choiceSays, type VisitLine, visitLines } from './visit-moments.ts';
import { bannerWords } from './words-banner.ts';
import { visitWords } from './words-visit.ts';

const MARKS: Readonly<Record<PurposeState, IconName>> = {
  granted: 'granted',
  'not-objected': 'granted',
  'legitimate-interest': 'interest',
  refused: 'refused',
  objected: 'refused',
  'not-asked': 'unsaid',
  unknown: 'unsaid',
};

/** Whether anything in a visit has to do with a choice, or anything was found. */
export function hasVisitNews({ moments, findings }: VisitReport): boolean {
  return findings.length > 0 || moments.some(({ type }) => /^(?:banner|choice|choice-found)$/u.test(type));
}

/** What is stored of a choice: each purpose in plain words, with a mark and a word for what holds. */
export function StoredPurposes({ of }: { readonly of: VisitReport['stored'] }) {
  return (
    <ul class="stored-purposes" data-fact="purposes">
      {of.map(({ purpose, is }) => (
        <li key={purpose}>
          <Icon name={MARKS[is]} />
          <span>{bannerWords.purpose[purpose]()}</span>
          <span>{bannerWords.is[is]()}</span>
        </li>
      ))}
    </ul>
  );
}

function momentSays(moment: Exclude<VisitMoment, { type: 'request' }>): ComponentChildren {
  switch (moment.type) {
    case 'page':
      return visitWords.moment.page();
    case 'number':
      return visitWords.moment[moment.how](<Given text={moment.name} />);
    case 'banner':
      return visitWords.bannerSeen();
    case 'choice':
      return visitWords.choice[choiceSays(moment)]();
    case 'choice-found':
      return visitWords.moment.chosenBefore();
    case 'declared':
      return visitWords.moment.declared(
        <Given text={moment.name} />,
        typeof moment.lasts === 'number' ? duration(moment.lasts * 1000) : visitWords.session(),
      );
  }
}

function lineSays(line: VisitLine, start: number): ComponentChildren {
  const from = seconds(line.at - start);
  if (line.type === 'moment') return visitWords.at(visitWords.after(from), momentSays(line.moment));
  const to = seconds(line.until - start);
  const when = from === to ? visitWords.after(from) : visitWords.between(from, to);
  return visitWords.at(when, visitWords.moment.requests(line.count));
}

/** The visit as a picture, and as a list. */
export function VisitTime({ of, id }: { readonly of: VisitReport; readonly id: string }) {
  return (
    <>
      <figure>
        <TimeLine of={of} describedBy={id} />
        <figcaption class="timeline-legend">
          <span>
            <i class="timeline-request" />
            {visitWords.request()}
          </span>
          {of.findings.length > 0 && (
            <span>
              <i class="key-badge" aria-hidden="true">
                1
              </i>
              {visitWords.finding()}
            </span>
          )}
        </figcaption>
      </figure>
      <ol class="for-ears" id={id}>
        {visitLines(of.moments).map((line, index) => (
          <li key={index}>{lineSays(line, of.start)}</li>
        ))}
      </ol>
      {of.overflowed && <Note>{visitWords.overflowed()}</Note>}
    </>
  );
}

/** What was found in a visit, each with its evidence. */
export function Findings({ of }: { readonly of: VisitReport }) {
  if (of.findings.length === 0) return <p class="soft">{visitWords.none()}</p>;
  return (
    <>
      <div class="lines">
        {of.findings.map((finding, index) => (
          <FindingLine key={`${finding.rule} ${index}`} of={finding} place={index + 1} visit={of} />
        ))}
      </div>
      <Note>{visitWords.nature()}</Note>
    </>
  );
}

/** When a visit began. */
export function VisitWhen({ of }: { readonly of: VisitReport }) {
  return <span class="soft small">{day(of.start, useNow())}</span>;
}
