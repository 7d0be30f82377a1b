import type { Declared } from '#core/visit.ts';

const SECONDS: readonly (readonly [words: RegExp, seconds: number])[] = [
  [/^(?:s|secs?|seconds?|sekunden?|secondes?|segundos?|second[oi]|seconden?|sekund\p{L}*)$/u, 1],
  [/^(?:min|mins|minutes?|minuten?|minutos?|minut[oi]|minuut|minuten|minut\p{L}*)$/u, 60],
  [/^(?:h|hrs?|hours?|stunden?|heures?|horas?|or[ae]|uur|uren|godzin\p{L}*|timer?)$/u, 3600],
  [/^(?:d|days?|tage?n?|jours?|d[ií]as?|giorn[oi]|dias?|dag|dagen|dage|dagar|dni|dzień)$/u, 86_400],
  [/^(?:w|weeks?|wochen?|semaines?|semanas?|settiman[ae]|we(?:e)?k|weken|tygodn\p{L}*|uger?|veckor?)$/u, 604_800],
  [
    /^(?:mo|mos|months?|monate?n?|mois|mes|meses|mes[ei]|m[eê]s|maand|maanden|miesi\p{L}*|måneder?|månader?)$/u,
    2_629_746,
  ],
  [/^(?:y|yrs?|years?|jahre?n?|ans?|années?|años?|ann[oi]|anos?|jaar|jaren|lat|lata|rok|år)$/u, 31_556_952],
];
const AMOUNT = /^(\d{1,5}(?:[.,]\d{1,2})?)\s*(\p{L}+)\.?$/u;
const SESSION =
  /^(?:(?:browser |for the |end of (?:the )?)?session|sitzung(?:sende)?|sesión|sessione|sessão|sessie|sesja)$/u;
const UNLIMITED =
  /^(?:persistent|permanent|never(?: expires)?|unlimited|no expiry|unbegrenzt|dauerhaft|persistant|permanente|persistente|illimité)$/u;
/** Cookies are tokens, and their names in tables stand alone. */
const NAME = /^[\w.~!#$%&'+^`|-]{2,80}$/u;

/** How long a text says that something is kept; `null`: it says nothing that is known. */
function lastsIn(text: string): Declared['lasts'] | null {
  const said = text.trim().toLowerCase().replaceAll(/\s+/gu, ' ');
  if (SESSION.test(said)) return 'session';
  if (UNLIMITED.test(said)) return 'unlimited';
  const [, amount = '', unit = ''] = AMOUNT.exec(said) ?? [];
  const seconds = SECONDS.find(([words]) => words.test(unit))?.[1];
  return seconds === undefined || amount === '' ? null : Number(amount.replace(',', '.')) * seconds;
}

/**
 * How long a site says that it keeps what, in the tables of its banner or its policy: the cells of each row, as they read.
 * A row counts whose first cell is a name, and of whose others exactly one is a time. A name that two rows give two times
 * is left out: it may be two values of two hosts.
 */
export function declaredIn(rows: readonly (readonly string[])[]): readonly Declared[] {
  const said = rows.flatMap(([first = '', ...others]) => {
    const name = first.trim();
    const times = others.map(lastsIn).filter((lasts) => lasts !== null);
    const [lasts] = times;
    return NAME.test(name) && lasts !== undefined && times.length === 1 ? [{ name, lasts }] : [];
  });
  const byName = new Map<string, Declared['lasts'] | null>();
  for (const { name, lasts } of said) byName.set(name, byName.has(name) && byName.get(name) !== lasts ? null : lasts);
  return [...byName].flatMap(([name, lasts]) => (lasts === null ? [] : [{ name, lasts }]));
}
