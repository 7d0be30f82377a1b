import { type GuardNews, HELLO, HERE, UNDERSTOOD, parseNews } from './line.ts';

/** A name no page can guess. (`randomUUID` is not there on plain http pages.) */
export function randomName(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(12)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Opens the watcher's end of the line to the guard, whichever of the two came first. */
export function hearGuard(hear: (news: GuardNews) => void): void {
  const name = randomName();
  const hello = (): void => {
    window.dispatchEvent(new CustomEvent(HELLO, { detail: name }));
  };
  window.addEventListener(name, (event) => {
    const { detail } = event as CustomEvent<unknown>;
    if (detail === UNDERSTOOD) window.removeEventListener(HERE, hello);
    const news = parseNews(detail);
    if (news !== undefined) hear(news);
  });
  window.addEventListener(HERE, hello, { once: true });
  hello();
}
