import type { OrderEvidence } from '#core/event.ts';
import { parseWay } from './segments.ts';

/** Words that say what was done: without one, a thank-you page may be a newsletter's. */
const ORDER = new Set(
  'order orders checkout checkouts purchase purchases onepage bestellung bestellungen bestellen kasse commande commandes pedido pedidos compra ordine ordini bestelling zamowienie'.split(
    ' ',
  ),
);

/** Words that say it is done, as the last of their segment. */
const DONE = new Set(
  'confirmation confirmed success successful complete completed received placed finished done thanks thankyou danke merci gracias grazie bedankt obrigado dziekujemy bestaetigung bestätigung erfolgreich abgeschlossen confirmacion conferma bevestiging'.split(
    ' ',
  ),
);

/** Later looks at an order, and orders that came to nothing. */
const NOT_NEW = new Set('status tracking track history return returns cancel cancelled failed'.split(' '));

const RUN_TOGETHER =
  /^(?:order|checkout|purchase|bestell)(?:confirmation|confirmed|success|completed?|received|placed|thankyou|bestätigung|bestaetigung)$/u;
const THANK_YOU = /^(?:thank you|danke|merci|gracias|grazie)(?: |$)/u;

const REFERENCE_PARAMETER =
  /^(?:order|ordernumber|orderno|orderid|orderref|orderreference|oid|transactionid|bestellnummer|bestellung|commande|pedido|purchaseid|reference|ref)$/u;
const REFERENCE = /^#?(?=[\w-]*\d)[A-Za-z\d][\w-]{0,39}$/u;
/** A checkout's secret token rather than an order's number. */
const TOKEN = /^[\da-f-]{20,}$|^[\w-]{25,}$/iu;

function wordsOf(segment: string): readonly string[] {
  return segment
    .slice(0, 80)
    .replace(/\.\w{1,5}$/u, '')
    .replace(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .toLowerCase()
    .split(/[-_ +]+/u)
    .filter((word) => word !== '' && word !== 'page');
}

function isDone(words: readonly string[]): boolean {
  return DONE.has(words.at(-1) ?? '') || THANK_YOU.test(words.join(' ')) || RUN_TOGETHER.test(words.join(''));
}

function referenceInQuery(query: URLSearchParams): string | null {
  for (const [name, value] of query) {
    const folded = name.slice(0, 40).toLowerCase().replace(/[_-]/gu, '');
    if (REFERENCE_PARAMETER.test(folded) && REFERENCE.test(value)) return value.replace('#', '');
  }
  return null;
}

function referenceInPath(segments: readonly string[]): string | null {
  return segments.find((segment) => REFERENCE.test(segment) && !TOKEN.test(segment))?.replace('#', '') ?? null;
}

/**
 * Whether an address is that of an order's confirmation page, and the order's number where the address holds one.
 * A list of orders, an order's status and a newsletter's thank-you page are none: `null`.
 */
export function orderOf(url: string): OrderEvidence | null {
  const way = parseWay(url);
  if (way === undefined) return null;
  const words = way.segments.map(wordsOf);
  const done = words.findIndex(isDone);
  if (done === -1 || words.some((segment) => segment.some((word) => NOT_NEW.has(word)))) return null;
  const fromQuery = referenceInQuery(way.query);
  const upToDone = words.slice(0, done + 1);
  const first = upToDone.findIndex(
    (segment) => segment.some((word) => ORDER.has(word)) || RUN_TOGETHER.test(segment.join('')),
  );
  if (first === -1) return fromQuery === null ? null : { reference: fromQuery };
  return { reference: fromQuery ?? referenceInPath(way.segments.slice(first + 1)) };
}
