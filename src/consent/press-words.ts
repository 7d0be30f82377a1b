import { LONGEST_LABEL, type PressMeaning } from '#core/press.ts';

/** Beginnings of words, or words together, as banners have them in their languages. Without accents, in small letters. */
function anyOf(...stems: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${stems.join('|')})`, 'u');
}

/** English, German, French, Spanish, Italian, Portuguese, Dutch, Danish, Swedish, Norwegian, Polish, Czech, Finnish. */
const REFUSES = anyOf(
  'reject',
  'refuse',
  'decline',
  'deny',
  'disagree',
  'opt[ -]?out',
  'object',
  'withdraw',
  'revoke',
  'do not (?:sell|share|accept|allow|consent)',
  'don.t (?:sell|share|accept|allow|consent)',
  '(?:continue |proceed )?without (?:accepting|consent|agreeing)',
  '(?:accept |allow |use )?(?:only|just) (?:the )?(?:strictly )?(?:necessary|essential|required|needed|functional)',
  '(?:strictly )?(?:necessary|essential|required)(?: cookies)? only',
  'ablehn',
  'alle[s]? ablehnen',
  'verweiger',
  'widerruf',
  'widersprech',
  'nicht (?:zustimmen|einverstanden|akzeptieren)',
  'ohne (?:zustimmung|einwilligung)',
  'nur (?:technisch |die |unbedingt )?(?:notwendig|erforderlich|essen[zt]iell|funktional)',
  'refuser',
  'rejeter',
  'tout (?:refuser|rejeter)',
  'continuer sans accepter',
  'retirer',
  'uniquement (?:les )?(?:cookies )?(?:necessaires|essentiels)',
  'rechazar',
  'denegar',
  'no acept',
  'solo (?:las |los )?(?:cookies )?(?:necesari|esencial|necessari|tecnic)',
  'rifiut',
  'nega(?:re)?(?![\\p{L}])',
  'continua senza accettare',
  'recusar',
  'rejeitar',
  'nao aceit',
  'apenas (?:os )?(?:cookies )?(?:necessari|essencia)',
  'weiger',
  'afwijzen',
  'niet akkoord',
  'alleen (?:de )?(?:noodzakelijk|functione|essenti)',
  'afvis',
  'kun nodvendig',
  'avvis',
  'bare nodvendig',
  'avbo(?:j|i)',
  'neka',
  'endast nodvandig',
  'bara nodvandig',
  'odrzu',
  'tylko niezbedn',
  'nie zgadzam',
  'odmit',
  'pouze nezbytn',
  'nesouhlas',
  'hylka',
  'vain valttamatt',
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
  'i consent',
  'akzeptier',
  'zustimm',
  'einverstanden',
  'annehmen',
  'erlauben',
  'alle[s]? (?:akzeptieren|annehmen|erlauben|zulassen)',
  'cookies zulassen',
  'autoriser',
  'j.accepte',
  'tout accepter',
  'acept',
  'permitir',
  'accett',
  'acconsent',
  'aceit',
  'concord',
  'akkoord',
  'accepteer',
  'toestaan',
  'tillad',
  'tillat',
  'godta',
  'godkann',
  'akcept',
  'zgadzam',
  'prijmout',
  'souhlas',
  'povolit',
  'hyvaksy',
);

/** What banners speak of, in their languages. */
const SPEAKS =
  /cookie|consent|privacy|datenschutz|einwilligung|privatsph|donnees personnelles|vie privee|privacidad|consentimiento|riservatezza|consenso|privacidade|toestemming|samtykke|samtycke|personvern|integritet|prywatno|ciastecz|souhlas|soukrom|evaste|tietosuoj|suostumu|personal (?:data|information)|opt[ -]?out/u;

const ACCENTS = /\p{M}/gu;

function plainOf(text: string): string {
  return text.normalize('NFD').replace(ACCENTS, '').toLowerCase();
}

/** Whether a text speaks of what consent banners speak of. */
export function speaksOfConsent(text: string): boolean {
  return SPEAKS.test(plainOf(text));
}

/**
 * What a text on a button says that pressing it does, by the words that consent banners have; `null`: none of them.
 * Refusing goes before choosing, and that before accepting: “Accept only what is necessary” refuses.
 */
export function meaningOfPress(text: string): PressMeaning | null {
  const label = plainOf(text.slice(0, LONGEST_LABEL)).replaceAll('ø', 'o').replaceAll('æ', 'ae').replaceAll('ł', 'l');
  if (REFUSES.test(label)) return 'refuse';
  if (CHOOSES.test(label)) return 'choose';
  return ACCEPTS.test(label) ? 'accept' : null;
}
