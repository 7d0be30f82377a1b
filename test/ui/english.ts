import messages from '../../_locales/en/messages.json';
import { setWords } from '#ui/say.ts';

/** The English texts, by key. */
export const TEXTS: Readonly<Record<string, { readonly message: string }>> = messages;

/** Fills a text as browsers do. @see https://developer.chrome.com/docs/extensions/reference/api/i18n#method-getMessage */
function english(key: string, args: readonly string[] = []): string {
  return (TEXTS[key]?.message ?? '').replaceAll(/\$(\d)/gu, (_, place: string) => args[Number(place) - 1] ?? '');
}

/** Views speak English as it is written in Britain, whatever the machine's language. */
export function speakEnglish(): void {
  setWords(english, 'en-GB');
}
