import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { meaningOfPress } from '#consent/press-words.ts';

describe('what stands on a button', () => {
  it.each([
    'Reject all',
    'Refuse All',
    'Decline',
    'Deny all cookies',
    'Accept only necessary',
    'Use necessary cookies only',
    'Only essential',
    'Continue without accepting',
    'Do not sell or share my personal information',
    'Withdraw consent',
    'Alle ablehnen',
    'Nur notwendige Cookies',
    'Nur essenzielle Cookies akzeptieren',
    'Nicht zustimmen',
    'Tout refuser',
    'Continuer sans accepter',
    'Rechazar todo',
    'Solo necesarias',
    'Rifiuta tutto',
    'Rejeitar',
    'Alles weigeren',
    'Alleen noodzakelijke cookies',
    'Afvis alle',
    'Kun nødvendige',
    'Avvisa alla',
    'Endast nödvändiga',
    'Avvis alle',
    'Odrzuć wszystkie',
    'Odmítnout vše',
    'Hylkää kaikki',
    'Nicht einwilligen',
    'Ohne Einwilligung weiter',
    'Je n’accepte pas',
    'Seguir sin aceptar',
    'No consentir',
    'Non accetto',
    'Continuar sem aceitar',
    'Verder zonder te accepteren',
    'Niet toestaan',
    'Tillad ikke',
    'Fortsæt uden at acceptere',
    'Afslå',
    'Avslå alle',
    'Ikke godta',
    'Fortsätt utan att acceptera',
    'Tillåt inte',
    'Nie wyrażam zgody',
    'Zamítnout vše',
    'Pokračovat bez souhlasu',
    'Kiellä kaikki',
    'Jatka ilman suostumusta',
    'Einwilligung widerrufen',
    'Opt-out',
  ])('refuses: %s', (label) => {
    expect(meaningOfPress(label)).toBe('refuse');
  });

  it.each([
    'Accept all',
    'I agree',
    'Allow all cookies',
    'Consent',
    'Alle akzeptieren',
    'Zustimmen',
    'Alle Cookies zulassen',
    'Tout accepter',
    'J’accepte',
    'Aceptar todas',
    'Accetta tutti',
    'Aceitar tudo',
    'Alles accepteren',
    'Akkoord',
    'Tillad alle',
    'Godta alle',
    'Godkänn alla',
    'Akceptuję',
    'Přijmout vše',
    'Hyväksy kaikki',
    'Einwilligen',
    'Ich willige ein',
    'Zulassen',
    'Consentir',
    'Toestaan',
    'Godkend alle',
    'Tillåt alla',
    'Jag samtycker',
    'Aksepter',
    'Zaakceptuj wszystko',
    'Wyrażam zgodę',
    'Salli kaikki',
  ])('accepts: %s', (label) => {
    expect(meaningOfPress(label)).toBe('accept');
  });

  it.each([
    'Save settings',
    'Confirm my choices',
    'Accept selection',
    'Allow selection',
    'Auswahl speichern',
    'Auswahl akzeptieren',
    'Enregistrer',
    'Guardar preferencias',
    'Salva',
    'Keuzes opslaan',
    'Zapisz',
  ])('keeps what was chosen: %s', (label) => {
    expect(meaningOfPress(label)).toBe('choose');
  });

  it.each([
    '',
    'OK',
    'Got it',
    'Close',
    '×',
    'Add to cart',
    'Next',
    'Sign in',
    'Weiter',
    'Mehr erfahren',
    'Settings',
    'Learn more',
    'Negozi',
    'Einwilligungen',
    'Samtycke',
    'Sallittu',
  ])('says nothing that is known: %s', (label) => {
    expect(meaningOfPress(label)).toBeNull();
  });

  it('may be anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (label) => {
        expect([null, 'accept', 'refuse', 'choose']).toContain(meaningOfPress(label));
      }),
    );
  });
});
