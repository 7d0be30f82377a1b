import type { NoticeSettings, PolicyReport } from '#core/control.ts';
import { ask, requestNotifications } from '#messages/ask.ts';
import { optionWords } from '#ui/words-options.ts';
import { useState } from 'preact/hooks';
import { Part } from './part.tsx';
import { NotDone, Select, Setting } from './setting.tsx';
import { useDoing } from './use-doing.ts';

type Undecided = PolicyReport['undecided'];

/** One of several ways, with what it means. */
interface Offer<Value> {
  readonly value: Value;
  readonly name: () => string;
  readonly says: () => string;
}

const FIRST: readonly Offer<Undecided['first']>[] = [
  { value: 'notify', name: optionWords.notify, says: optionWords.firstNotifySays },
  { value: 'ask', name: optionWords.askFirst, says: optionWords.firstAskSays },
];

const THIRD: readonly Offer<Undecided['third']>[] = [
  { value: 'notify', name: optionWords.notify, says: optionWords.thirdNotifySays },
  { value: 'ask', name: optionWords.askFirst, says: optionWords.thirdAskSays },
  { value: 'block', name: optionWords.blockThem, says: optionWords.thirdBlockSays },
];

/** Cards or notifications a day that are offered. */
const A_DAY = [1, 3, 10];

function Radios<Value extends string>({
  legend,
  name,
  value,
  choices,
  choose,
}: {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly choices: readonly Offer<Value>[];
  readonly choose: (value: Value) => void;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {choices.map((choice) => (
        <label key={choice.value} class="radio">
          <input
            type="radio"
            name={name}
            value={choice.value}
            checked={choice.value === value}
            onChange={() => choose(choice.value)}
          />
          {choice.name()}
          <small>{choice.says()}</small>
        </label>
      ))}
    </fieldset>
  );
}

function aDayText(count: number, by: 'card' | 'notification'): string {
  return by === 'card' ? optionWords.cardsADay(count) : optionWords.notificationsADay(count);
}

/** How a number is told of, and how often at most. */
function Notice({ of, changed }: { readonly of: PolicyReport; readonly changed: () => void }) {
  const { notice, undecided } = of;
  const { error, run } = useDoing(changed);
  const [refused, refuse] = useState(false);

  async function tellBy(by: NoticeSettings['by']): Promise<void> {
    // The browser asks only during the press itself, so nothing may be waited for before.
    const may = by !== 'notification' || (await requestNotifications());
    refuse(!may);
    if (may) await ask('changeNotice', { ...notice, by });
  }

  const counts = [...new Set([...A_DAY, notice.aDay])].sort((a, b) => a - b);
  const silent = notice.by === 'badge' && (undecided.first === 'ask' || undecided.third === 'ask');
  return (
    <>
      <Setting name={optionWords.howTold()} says={silent ? optionWords.heldSilently() : optionWords.howToldSays()}>
        <span class="said" role="status">
          {refused && optionWords.notAllowed()}
        </span>
        <Select
          label={optionWords.howTold()}
          value={notice.by}
          choices={[
            { value: 'badge', name: optionWords.toldBy.badge() },
            { value: 'card', name: optionWords.toldBy.card() },
            { value: 'notification', name: optionWords.toldBy.notification() },
          ]}
          choose={(by) => run(async () => await tellBy(by))}
        />
      </Setting>
      {notice.by !== 'badge' && (
        <Setting name={optionWords.atMost()} says={optionWords.atMostSays()}>
          <Select
            label={optionWords.atMost()}
            value={notice.aDay}
            choices={counts.map((count) => ({
              value: count,
              name: aDayText(count, notice.by === 'card' ? 'card' : 'notification'),
            }))}
            choose={(aDay) => run(async () => await ask('changeNotice', { ...notice, aDay }))}
          />
        </Setting>
      )}
      <NotDone error={error} />
    </>
  );
}

/** What numbers may do until the person decides, and how they are told of them. */
export function UntilYouDecide({ of, changed }: { readonly of: PolicyReport; readonly changed: () => void }) {
  const { undecided } = of;
  const { error, run } = useDoing(changed);
  return (
    <Part id="until" head={optionWords.untilHead()}>
      <div class="sheet">
        <div class="setting setting-wide">
          <div class="two">
            <Radios
              legend={optionWords.theSite()}
              name="first"
              value={undecided.first}
              choices={FIRST}
              choose={(first) => run(async () => await ask('changeUndecided', { ...undecided, first }))}
            />
            <Radios
              legend={optionWords.otherCompanies()}
              name="third"
              value={undecided.third}
              choices={THIRD}
              choose={(third) => run(async () => await ask('changeUndecided', { ...undecided, third }))}
            />
          </div>
        </div>
        <NotDone error={error} />
        <Notice of={of} changed={changed} />
      </div>
    </Part>
  );
}
