import type { ChoiceStored, Finding, VisitReport } from '#core/visit.ts';
import { duration, figure } from './amounts.ts';
import { choiceSays, requestTimes } from './visit-moments.ts';
import { movedApart, timeScale } from './time-scale.ts';
import { visitWords } from './words-visit.ts';

const WIDTH = 328;
const START = 8;
const END = 320;
const REGION = 126;
/** Where the person's line and the site's run. */
const YOURS = 42;
const ITS = 112;
/** So many findings have a number of their own in the picture: there is room for no more. */
const MOST_KEYS = 16;
/** How far the words at the lines reach, and where the lower of them stand. */
const WORDS = { yours: 42, its: 70, from: 58, to: 74 };

/** `0.4`, `12`: seconds, with one figure below ten. */
export function seconds(ms: number): string {
  const whole = Math.max(0, ms) / 1000;
  return figure(whole < 10 ? Math.round(whole * 10) / 10 : Math.round(whole));
}

/** Findings and where they are drawn: at their times, moved apart. */
function Keys({ of, x }: { readonly of: readonly Finding[]; readonly x: (at: number) => number }) {
  const keys = of.slice(0, MOST_KEYS);
  const places = movedApart(
    keys.map(({ at }) => x(at)),
    18,
    END,
  );
  return (
    <>
      {keys.map(({ at, rule }, index) => {
        const place = places[index] ?? x(at);
        return (
          <g class="key" key={`${rule} ${index}`}>
            <line x1={x(at)} x2={place} y1={ITS} y2={ITS - 24} />
            <circle cx={place} cy={ITS - 24} r="8" />
            <text x={place} y={ITS - 20.4}>
              {index + 1}
            </text>
          </g>
        );
      })}
    </>
  );
}

/** The choices that are drawn: what nobody pressed only where it is all there is. */
function choicesIn({ moments }: VisitReport): readonly ChoiceStored[] {
  const all = moments.filter((moment) => moment.type === 'choice');
  const pressed = all.filter(({ by }) => by !== 'nobody');
  return pressed.length > 0 ? pressed : all;
}

/** The line down from a choice; it leaves out the words that stand in its way. */
function ChoiceLine({ x }: { readonly x: number }) {
  const top = x < WORDS.yours ? 24 : 0;
  const parts = x < WORDS.its ? [[top, WORDS.from] as const, [WORDS.to, REGION] as const] : [[top, REGION] as const];
  return (
    <>
      {parts.map(([from, to]) => (
        <line class="choice-line" key={from} x1={x} x2={x} y1={from} y2={to} />
      ))}
    </>
  );
}

/** What the person did: the banner that they saw, and each choice. */
function Yours({ of, x }: { readonly of: VisitReport; readonly x: (at: number) => number }) {
  const choices = choicesIn(of);
  const banner = of.moments.find(({ type }) => type === 'banner');
  const last = choices.at(-1);
  // The words of the last choice; of the banner only where they do not stand in each other's way.
  const first = choices[0];
  const isRoom = banner !== undefined && (first === undefined || x(first.at) - x(banner.at) > 70);
  const isLate = last !== undefined && x(last.at) > WIDTH / 2;
  return (
    <>
      {banner !== undefined && <circle class="you" cx={x(banner.at)} cy={YOURS} r="3.5" />}
      {isRoom && (
        <text x={x(banner.at)} y={YOURS - 11}>
          {visitWords.bannerSeen()}
        </text>
      )}
      {choices.map((choice, index) => (
        <g key={index}>
          <ChoiceLine x={x(choice.at)} />
          <circle class="you" cx={x(choice.at)} cy={YOURS} r="5.5" />
        </g>
      ))}
      {last !== undefined && (
        <text class="strong" x={x(last.at) + (isLate ? -8 : 8)} y={YOURS - 11} text-anchor={isLate ? 'end' : 'start'}>
          {visitWords.choice[choiceSays(last)]()}
        </text>
      )}
    </>
  );
}

function Ticks({ ticks, x }: { readonly ticks: readonly number[]; readonly x: (ms: number) => number }) {
  return (
    <>
      {ticks.map((tick, index) => (
        <text
          key={tick}
          x={x(tick)}
          y={REGION + 16}
          text-anchor={index === 0 ? 'start' : index === ticks.length - 1 ? 'end' : 'middle'}
        >
          {duration(tick)}
        </text>
      ))}
    </>
  );
}

/** The picture of a visit; the same stands below as a list (`describedBy`), for whoever does not see it. */
export function TimeLine({ of, describedBy }: { readonly of: VisitReport; readonly describedBy: string }) {
  const { start, last } = of;
  const scale = timeScale(last - start);
  const x = (at: number): number => START + scale.place(at - start) * (END - START);
  const [choice] = choicesIn(of);
  const chosen = choice === undefined ? WIDTH : x(choice.at);
  return (
    <svg class="timeline" viewBox={`0 0 ${WIDTH} 146`} role="img" aria-describedby={describedBy}>
      <title>{`${visitWords.head()}: ${visitWords.says(visitWords.after(seconds(last - start)))}`}</title>
      <rect class="region" width={chosen} height={REGION} rx="6" />
      {choice !== undefined && (
        <rect class="region region-after" x={chosen} width={WIDTH - chosen} height={REGION} rx="6" />
      )}
      <text class="strong" x={START} y="18">
        {visitWords.you()}
      </text>
      <line class="rail" x1={START} x2={END} y1={YOURS} y2={YOURS} />
      <Yours of={of} x={x} />
      <text class="strong" x={START} y="70">
        {visitWords.site()}
      </text>
      <line class="rail" x1={START} x2={END} y1={ITS} y2={ITS} />
      {requestTimes(of.moments).map((at, index) => (
        <line class="request" key={index} x1={x(at)} x2={x(at)} y1={ITS - 6} y2={ITS + 6} />
      ))}
      <Keys of={of.findings} x={x} />
      <Ticks ticks={scale.ticks} x={(ms) => x(start + ms)} />
    </svg>
  );
}
