/** Words on what costs money or is a subscription, in the languages that such banners are mostly written in. */
const PAYS =
  /subscri|\bpay\b|\bpur\b|purchase|ad[- ]?free|without (?:ads|advertising)|\babo\b|abonn|bezahl|kostenpflichtig|werbefrei|ohne werbung|payer|achete|sans publicité|s'abonner|suscri|pagar|sin publicidad|abbonat|abbonament|acquista|senza pubblicità|betaal|zonder advertenties|subskry|zapłać|bez reklam|assin(?:e|ar)|sem publicidade|prenumer|[€£$]\s?\d|\d\s?(?:€|£|eur\b)/iu;

/** Words that say yes to everything. */
const ACCEPTS =
  /accept|agree|consent|allow|akzeptier|zustimm|einverstanden|einwillig|zulassen|accepte|autoriser|acept|consentir|accett|acconsent|akkoord|accepter|toestaan|akcept|zgadzam|zgoda|aceit|concord|godkänn|tillåt/iu;

/** Words that say no: a banner that offers this is no such wall. */
const REFUSES =
  /reject|refuse|decline|deny|disagree|do not (?:accept|agree|consent)|don.t (?:accept|agree|consent)|without accepting|(?:necessary|essential|required)(?: cookies)? only|only (?:necessary|essential|required)|ablehn|verweiger|nicht (?:zustimm|akzeptier|einverstanden)|nur (?:notwendig|essenzi|erforderlich)|ohne (?:einwilligung|zustimmung)|refuser|sans accepter|rechaz|sin aceptar|rifiut|senza accettare|weiger|afwijz|zonder te accepteren|odrzu|nie zgadzam|rejeit|recus|avvisa|neka\b/iu;

/** Words that say what it is about: a newsletter offers a subscription too. */
const CONSENT =
  /cookie|consent|privacy|tracking|personal data|partner|datenschutz|einwilligung|zustimm|werbung|données|confidentialité|publicité|privacidad|datos|publicidad|pubblicità|dati personali|gegevens|advertenties|prywatno|dane osobowe|reklam|privacidade|dados|publicidade|integritet/iu;

/** Whether a text on a button is about paying. */
export function saysPay(text: string): boolean {
  return PAYS.test(text);
}

/**
 * Whether a banner asks to pay or to accept: by its buttons, one that is paid for beside one that accepts and none that
 * refuses, and by a text that is about consent. Inferred, from words.
 */
export function isPayOrAccept({
  buttons,
  text,
}: {
  readonly buttons: readonly string[];
  readonly text: string;
}): boolean {
  const free = buttons.filter((button) => !PAYS.test(button));
  if (free.length === buttons.length || !CONSENT.test(text)) return false;
  return free.some((button) => ACCEPTS.test(button)) && !free.some((button) => REFUSES.test(button));
}
