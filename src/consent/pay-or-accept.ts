import { anyOf, meaningOfPress, plainOf, saysWithdraw, speaksOfConsent } from './press-words.ts';

/** What costs money, is a subscription or has no advertising, in the languages of `press-words`. */
const PAYS = anyOf(
  'subscri',
  'pay(?![\\p{L}])',
  'buy(?![\\p{L}])',
  'purchase',
  'ads?[ -]?free',
  'without (?:ads|advertising)',
  'pur(?![\\p{L}])',
  '(?:digital|jahres|monats|online|probe|pur)?-?abos?(?![\\p{L}])',
  '\\p{L}*abonn',
  'bezahl',
  'zahlungspflichtig',
  'kostenpflichtig',
  'werbefrei',
  'ohne werbung',
  'pay(?:er|ez|ant)(?![\\p{L}])',
  'achete',
  'sans pub',
  'suscri',
  'pag(?:ar?|are|ue|o)(?![\\p{L}])',
  'compr(?:ar?|e)(?![\\p{L}])',
  'sin (?:publicidad|anuncios)',
  'abbona',
  'acquista',
  'senza pubblicita',
  'assin(?:e|ar|atura)(?![\\p{L}])',
  'subscrev',
  'sem (?:publicidade|anuncios)',
  'betaa?l',
  'zonder (?:advertenties|reclame)',
  'kob(?![\\p{L}])',
  '(?:annonce|reklame)fri',
  'uden (?:annoncer|reklamer)',
  'prenum',
  'kop(?![\\p{L}])',
  '(?:annons|reklam)fri',
  'utan (?:annonser|reklam)',
  'kjop(?![\\p{L}])',
  'annonsefri',
  'uten (?:annonser|reklame)',
  'subskry',
  '(?:wy)?kup(?:uje|ic)?(?![\\p{L}])',
  'za(?:plac|plat)',
  'bez reklam',
  'predpla[ct]',
  'koup(?:it|im)',
  'tilaan?(?![\\p{L}])',
  'maksan?(?![\\p{L}])',
  'ostan?(?![\\p{L}])',
  'mainokse(?:ton|tta)',
  'ilman mainoksia',
);

/** A sum of money. */
const COSTS =
  /[€£$]\s?\d|\d(?:,[-–])?\s?(?:[€£$]|(?:chf|eur|euros?|gbp|kc|kr|usd|zl)(?![\p{L}]))|(?<!\p{L})(?:chf|eur|kr)\.?\s?\d/u;

/** Two words at most. */
const SOME = '(?:\\p{L}+ ){0,2}';

/** To go on with advertising: in a wall that says yes to everything. */
const WITH_ADS = anyOf(
  `with ${SOME}(?:ads|adverts|advertising)`,
  `mit ${SOME}werbung`,
  `avec ${SOME}pub`,
  `con ${SOME}(?:publicidad|anuncios|pubblicita)`,
  `com ${SOME}(?:publicidade|anuncios)`,
  `met ${SOME}(?:advertenties|reclame)`,
  `med ${SOME}(?:annoncer|annonser|reklam)`,
  `ze? ${SOME}reklam`,
  `se? ${SOME}reklam`,
  'mainosten kanssa',
  'mainoksilla',
);

/** What walls are about beside what all banners are about. */
const ADVERTISING = anyOf(
  'ads(?![\\p{L}])',
  'advert',
  'partner',
  'tracking',
  'personalis',
  'werbung',
  'publicit',
  'donnees',
  'publicidad',
  'anuncios',
  'datos',
  'pubblicita',
  'dados',
  'gegevens',
  'reclame',
  'annonc',
  'annons',
  'reklam',
  'parceiros',
  'socios',
  'parten',
  'kumppan',
  'maino[kns]',
);

/** Whether a text on a button is about paying. */
export function saysPay(text: string): boolean {
  const plain = plainOf(text);
  return PAYS.test(plain) || COSTS.test(plain);
}

function accepts(button: string): boolean {
  return meaningOfPress(button) === 'accept' || WITH_ADS.test(plainOf(button));
}

/** Whether it is an answer of no. To take back what was granted is said of later, and is none. */
function refuses(button: string): boolean {
  return meaningOfPress(button) === 'refuse' && !saysWithdraw(button);
}

/**
 * Whether a banner asks to pay or to accept: by its buttons, one that is paid for beside one that accepts and none that
 * refuses, and by a text that is about consent or advertising. What refuses and is paid for is paid for. Inferred, from
 * words.
 */
export function isPayOrAccept({
  buttons,
  text,
}: {
  readonly buttons: readonly string[];
  readonly text: string;
}): boolean {
  const free = buttons.filter((button) => !saysPay(button));
  if (free.length === buttons.length) return false;
  if (!speaksOfConsent(text) && !ADVERTISING.test(plainOf(text))) return false;
  return free.some((button) => accepts(button)) && !free.some((button) => refuses(button));
}
