import { LONGEST_LABEL, type PressMeaning } from '#core/press.ts';

/** Letters that are no base letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l' };

/** A text in small letters and without accents. */
export function plainOf(text: string): string {
  const plain = text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/[øæł]/gu, (letter) => LETTERS[letter] ?? letter);
}

/** Beginnings of words, or words together, as banners have them in their languages, in a plain text. */
export function anyOf(...stems: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})`, 'u');
}

/** English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Swedish, Norwegian, Polish, Czech, Finnish. */
const REFUSES = anyOf(
  'reject',
  'refuse',
  'decline',
  'deny',
  'disagree',
  'do not (?:accept|agree|allow|consent)',
  'don.t (?:accept|agree|allow|consent)',
  'without (?:accepting|consent|agreeing)',
  '(?:accept |allow |use )?(?:only|just) (?:the )?(?:strictly )?(?:necessary|essential|required|needed|functional)',
  '(?:strictly )?(?:necessary|essential|required)(?: cookies)? only',
  'ablehn',
  'verweiger',
  'nicht (?:zustimm|einverstanden|akzeptier|zulassen|erlauben|einwillig)',
  'ohne (?:zustimmung|einwilligung|zu akzeptieren)',
  'nur (?:technisch |die |unbedingt )?(?:notwendig|erforderlich|essen[zt]iell|funktional)',
  'refuser',
  'rejeter',
  'sans accepter',
  'n.accepte',
  'uniquement (?:les )?(?:cookies )?(?:necessaires|essentiels)',
  'rechazar',
  'denegar',
  'no (?:acept|consent|permit)',
  'sin aceptar',
  'solo (?:las |los )?(?:cookies )?(?:necesari|esencial|necessari|tecnic)',
  'rifiut',
  'nega(?:re)?(?![\\p{L}])',
  'non (?:accett|acconsent)',
  'senza accettare',
  'recusar',
  'rejeitar',
  'nao (?:aceit|concord)',
  'sem aceitar',
  'apenas (?:os )?(?:cookies )?(?:necessari|essencia)',
  'weiger',
  'afwijzen',
  'niet (?:akkoord|accepteren|toestaan)',
  'zonder (?:te )?accepteren',
  'alleen (?:de )?(?:noodzakelijk|functione|essenti)',
  'afvis',
  'afsla',
  '(?:accepter|godkend|tillad) ikke',
  'uden at (?:acceptere|godkende)',
  'kun nodvendig',
  'avvis',
  'avsla',
  '(?:aksepter|godta|tillat) ikke',
  'ikke (?:aksepter|godta|tillat)',
  'uten a (?:akseptere|godta)',
  'bare nodvendig',
  'avbo(?:j|i)',
  'neka',
  'inte (?:accepter|godkann|samtyck|tillat)',
  '(?:acceptera|godkann|samtycker|tillat) inte',
  'utan att (?:acceptera|godkanna|samtycka)',
  'endast nodvandig',
  'bara nodvandig',
  'odrzu',
  'tylko niezbedn',
  'nie (?:akcept|wyrazam|zgadzam)',
  'bez (?:akcept|zgody)',
  'odmit',
  'zamit',
  'neprij',
  'bez souhlasu',
  'pouze nezbytn',
  'nesouhlas',
  'hylka',
  'kiella',
  'en hyvaksy',
  'ilman (?:hyvaksy|suostumu)',
  'vain valttamatt',
);

/** Takes back, or opts out of, what goes on without an answer. */
const WITHDRAWS = anyOf(
  'opt[ -]?out',
  'object',
  'withdraw',
  'revo[ck]',
  '(?:do not|don.t) (?:sell|share)',
  'widerruf',
  'widersprech',
  'retirer',
  'retirar',
  'ritira',
  'intrekken',
  'aterkalla',
  'wycofa',
  'odvol',
);

const CHOOSES = anyOf(
  'save',
  'confirm',
  '(?:accept|allow) (?:my )?(?:selec|choice|preferen)',
  'apply',
  'speicher',
  'auswahl (?:erlauben|akzeptieren|bestatigen|speichern|ubernehmen)',
  'bestatig',
  'enregistrer',
  'confirmer',
  'valider',
  'guardar',
  'confirmar',
  'salva',
  'conferma',
  'opslaan',
  'bevestig',
  'gem (?:valg|indstill)',
  'lagre',
  'spara',
  'zapisz',
  'potwierdz',
  'ulozit',
  'potvrdit',
  'tallenna',
);
const ACCEPTS = anyOf(
  'accept',
  'agree',
  'allow',
  'consent',
  'akzeptier',
  'zustimm',
  'einverstanden',
  'einwillige',
  'willige ein',
  'annehmen',
  'erlauben',
  'zulassen',
  'autoriser',
  'acept',
  'permitir',
  'accett',
  'acconsent',
  'aceit',
  'concord',
  'akkoord',
  'toestaan',
  'tillad',
  'godkend',
  'tillat',
  'godta',
  'aksepter',
  'godkann',
  'samtycker',
  'samtykker',
  'akcept',
  'zaakcept',
  'zgadzam',
  'wyrazam zgod',
  'zgoda(?![\\p{L}])',
  'prijmout',
  'souhlas',
  'povolit',
  'hyvaksy',
  'salli(?:n)?(?![\\p{L}])',
);

/** What banners speak of, in their languages. */
const SPEAKS =
  /cookie|consent|privacy|datenschutz|einwilligung|personenbezogen|privatsph|donnees personnelles|vie privee|confidentialite|privacidad|datos personales|consentimiento|riservatezza|dati personali|consenso|dados pessoais|toestemming|persoonsgegevens|samtykke|samtycke|privatliv|personoplysning|personvern|personopplysning|informasjonskapsl|integritet|personuppgift|prywatno|ciastecz|(?:dane|danych) osobow|souhlas|soukrom|osobni(?:ch)? udaj|evaste|tietosuoj|suostumu|henkilotie|yksityisy|personal (?:data|information)|opt[ -]?out/u;

/** Whether a text speaks of what consent banners speak of. */
export function speaksOfConsent(text: string): boolean {
  return SPEAKS.test(plainOf(text));
}

/**
 * What a text on a button says that pressing it does, by the words that consent banners have; `null`: none of them.
 * Refusing goes before choosing, and that before accepting: “Accept only what is necessary” refuses.
 */
export function meaningOfPress(text: string): PressMeaning | null {
  const label = plainOf(text.slice(0, LONGEST_LABEL));
  if (REFUSES.test(label) || WITHDRAWS.test(label)) return 'refuse';
  if (CHOOSES.test(label)) return 'choose';
  return ACCEPTS.test(label) ? 'accept' : null;
}

/** Whether a text on a button is about taking back what was granted before, or what needs no answer. */
export function saysWithdraw(text: string): boolean {
  return WITHDRAWS.test(plainOf(text));
}
