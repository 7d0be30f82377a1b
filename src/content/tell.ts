import { HELLO, HERE, type GuardNews, UNDERSTOOD } from './line.ts';
import { natives } from './natives.ts';

/** What was seen before the watcher answered; it answers before any script of the page runs. */
const MOST_WAITING = 100;

function say(event: string, detail: string): void {
  natives.apply(natives.dispatch, window, [new natives.CustomEvent(event, { detail })]);
}

/** Opens the guard's end of the line. Before the watcher has answered, news wait. */
export function openLine(): (news: GuardNews) => void {
  let name: string | null = null;
  const waiting: GuardNews[] = [];

  const hello = (event: Event): void => {
    const { detail } = event as CustomEvent<unknown>;
    if (typeof detail !== 'string') return;
    natives.apply(natives.unlisten, window, [HELLO, hello]);
    name = detail;
    say(name, UNDERSTOOD);
    for (const news of waiting.splice(0)) say(name, natives.stringify(news));
  };

  natives.apply(natives.listen, window, [HELLO, hello]);
  say(HERE, '');
  return (news) => {
    if (name !== null) say(name, natives.stringify(news));
    else if (waiting.length < MOST_WAITING) waiting.push(news);
  };
}
