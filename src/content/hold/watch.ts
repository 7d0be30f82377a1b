import type { Evidence } from '#core/verdict.ts';
import { askHeld, onHolding, tellForgotten } from '#messages/holding.ts';
import type { ForgottenItem } from '#messages/watch.ts';
import { forgetNumbers, forgetPlaces, putBack } from './forget.ts';
import { hearHold, type HeldLine } from './hear.ts';
import { gatherHeld } from './held.ts';
import { judgeWritten } from './judge.ts';
import type { HoldNews, Written } from './line.ts';

/** What the rest of the watcher needs to know of holding. */
export interface Holding {
  /** Whether what was last written under a name is held, and so was not stored. */
  readonly isHeld: (name: string) => boolean;
}

/**
 * The watcher's part of holding: it judges each write, at once, where the page cannot reach; it forgets; and it stores
 * what the background says may be kept. `storageChanged` is called when it changed web storage itself.
 */
export function watchHolding(party: Evidence['party'], storageChanged: () => void): Holding {
  const forgot = (items: readonly ForgottenItem[]): boolean => {
    if (items.length === 0) return false;
    storageChanged();
    void tellForgotten(items);
    return true;
  };
  const may = remember((written) => judgeWritten(written, party).kind !== 'random-id');
  const items = gatherHeld(askHeld, storageChanged);
  const answer = (news: HoldNews, line: HeldLine): boolean => {
    switch (news.says) {
      case 'may':
        return may(news);
      case 'held': {
        const { id, area, name, value, script, line: cookie } = news;
        items.hold({ line, id }, { area, name, value, line: cookie, script, verdict: judgeWritten(news, party) });
        return true;
      }
      case 'dropped':
        items.dropped({ line, id: news.id });
        return true;
      case 'forget':
        forgot(forgetNumbers(party));
        return true;
    }
  };
  hearHold(answer);
  onHolding({
    forget: ({ origin, places }) => origin === window.origin && forgot(forgetPlaces(places, party)),
    letGo: ({ names }) => items.letGo(names),
    putBack: (asked) => {
      const there = asked.origin === window.origin ? putBack(asked) : null;
      if (there === true) storageChanged();
      return there;
    },
  });
  return { isHeld: items.has };
}

/** Most answers that are remembered, and of how long a value, in UTF-16 units. */
const REMEMBERED = { answers: 100, length: 512 } as const;

/** Scripts write the same again and again: what was just judged is not judged anew. */
function remember(judge: (written: Written) => boolean): (written: Written) => boolean {
  const answers = new Map<string, boolean>();
  return (written) => {
    const { area, name, value, line } = written;
    const key = JSON.stringify([area, name, value, line]);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = judge(written);
    if (key.length > REMEMBERED.length) return answer;
    if (answers.size === REMEMBERED.answers) answers.clear();
    answers.set(key, answer);
    return answer;
  };
}
