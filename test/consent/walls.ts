/** The buttons of a banner, and its text. */
export interface Worded {
  readonly buttons: readonly string[];
  readonly text: string;
}

/** Banners of one language: walls that ask to pay or to accept, and three of which none is such a wall. */
export interface Walls {
  readonly walls: readonly Worded[];
  /** It offers a subscription, and can be refused for nothing. */
  readonly refusable: Worded;
  /** It offers a newsletter. */
  readonly newsletter: Worded;
  /** Something is to be paid for, and the shop has a notice. */
  readonly checkout: Worded;
}

/** As sites that ask so have it, by language. */
export const WALLS: Readonly<Record<string, Walls>> = {
  English: {
    walls: [
      {
        buttons: ['Accept all', 'Reject and subscribe', 'Manage preferences'],
        text: 'Choose how to read on. Accept cookies from us and our partners for personalised advertising, or subscribe.',
      },
      {
        buttons: ['Continue with ads', 'Go ad-free for £2.49 a month', 'Already a member? Sign in'],
        text: 'With ads and tracking by our partners, or without.',
      },
      { buttons: ['I agree', 'Pay to reject'], text: 'We value your privacy.' },
    ],
    refusable: {
      buttons: ['Accept all', 'Reject all', 'Subscribe'],
      text: 'We and our partners use cookies for advertising. Subscribers support us.',
    },
    newsletter: { buttons: ['Subscribe', 'No, thanks'], text: 'Our newsletter, once a week. Read our privacy notice.' },
    checkout: { buttons: ['Pay now', 'Back to cart'], text: 'By paying you accept our terms. Privacy and cookies.' },
  },
  German: {
    walls: [
      {
        buttons: ['Akzeptieren und weiter', 'Jetzt abonnieren', 'Datenschutzerklärung'],
        text: 'Mit Werbung weiterlesen: Besuchen Sie uns wie gewohnt mit Werbung und Tracking. Oder mit PUR-Abo.',
      },
      {
        buttons: ['Mit Werbung weiterlesen', 'Jetzt abonnieren', 'Anmelden'],
        text: 'Werbung und Tracking, oder nicht.',
      },
      { buttons: ['Einwilligen und weiterlesen', 'Für 4,99 € im Monat'], text: 'Wir und unsere 189 Partner' },
      { buttons: ['Alle Cookies zulassen', 'Zum Pur-Abo'], text: 'Ihre Privatsphäre' },
      { buttons: ['Zustimmen', 'Digitalabo bestellen'], text: 'Datenschutz' },
      { buttons: ['Zustimmen und weiter', 'Ablehnen und bezahlen'], text: 'Cookies' },
    ],
    refusable: {
      buttons: ['Alle akzeptieren', 'Nur notwendige Cookies', 'Abo'],
      text: 'Wir verwenden Cookies für Werbung.',
    },
    newsletter: { buttons: ['Newsletter abonnieren', 'Schließen'], text: 'Es gilt unsere Datenschutzerklärung.' },
    checkout: { buttons: ['Jetzt bezahlen', 'Zurück'], text: 'Zahlungspflichtig bestellen. Datenschutz. Cookies.' },
  },
  French: {
    walls: [
      {
        buttons: ['Tout accepter', 'Refuser et s’abonner', 'Paramétrer'],
        text: 'Avec votre accord, nous et nos partenaires utilisons des cookies et traitons des données personnelles.',
      },
      {
        buttons: ['Accepter et continuer', 'S’abonner pour 1 € le premier mois'],
        text: 'Le respect de votre vie privée',
      },
      { buttons: ['Continuer avec publicité', 'Continuer sans publicité'], text: 'La publicité nous finance.' },
      { buttons: ['J’accepte', 'Payer pour refuser'], text: 'Vos données, votre choix' },
    ],
    refusable: {
      buttons: ['Accepter', 'Continuer sans accepter', 'S’abonner'],
      text: 'Nous utilisons des cookies et la publicité.',
    },
    newsletter: { buttons: ['Je m’abonne', 'Non merci'], text: 'Notre lettre. Politique de confidentialité.' },
    checkout: { buttons: ['Payer maintenant', 'Retour'], text: 'Vos données personnelles servent à la commande.' },
  },
  Spanish: {
    walls: [
      {
        buttons: ['Aceptar y continuar', 'Rechazar y suscribirse', 'Configurar'],
        text: 'Nosotros y nuestros socios usamos cookies para publicidad personalizada.',
      },
      { buttons: ['Consentir', 'Pagar por rechazar'], text: 'Su privacidad nos importa' },
      { buttons: ['Seguir con publicidad', 'Seguir sin publicidad por 1,99 € al mes'], text: 'Tratamos sus datos.' },
    ],
    refusable: { buttons: ['Aceptar todo', 'Rechazar todo', 'Suscríbete'], text: 'Usamos cookies y publicidad.' },
    newsletter: { buttons: ['Suscribirme', 'Ahora no'], text: 'Boletín. Política de privacidad.' },
    checkout: { buttons: ['Pagar ahora', 'Volver'], text: 'Protegemos sus datos personales. Cookies.' },
  },
  Italian: {
    walls: [
      {
        buttons: ['Accetta e continua', 'Rifiuta e abbonati', 'Personalizza'],
        text: 'Noi e i nostri partner utilizziamo cookie per pubblicità personalizzata.',
      },
      { buttons: ['Acconsento', 'Acquista Premium'], text: 'La tua riservatezza' },
      { buttons: ['Continua con pubblicità', 'Continua senza pubblicità'], text: 'Trattiamo dati personali.' },
      { buttons: ['Accetta', 'Rifiuta e paga'], text: 'Il tuo consenso' },
    ],
    refusable: {
      buttons: ['Accetta tutti', 'Continua senza accettare', 'Abbonati'],
      text: 'Usiamo cookie e pubblicità.',
    },
    newsletter: { buttons: ['Abbonati alla newsletter', 'Chiudi'], text: 'Informativa sulla privacy.' },
    checkout: { buttons: ['Paga ora', 'Indietro'], text: 'I dati personali servono per l’ordine. Cookie.' },
  },
  Portuguese: {
    walls: [
      {
        buttons: ['Aceitar e continuar', 'Recusar e assinar', 'Gerir opções'],
        text: 'Nós e os nossos parceiros usamos cookies para publicidade.',
      },
      { buttons: ['Concordo', 'Subscrever por 1,99 € por mês'], text: 'A sua privacidade' },
      { buttons: ['Continuar com publicidade', 'Pagar para não ter anúncios'], text: 'Tratamos dados pessoais.' },
    ],
    refusable: { buttons: ['Aceitar tudo', 'Rejeitar tudo', 'Assine já'], text: 'Usamos cookies e publicidade.' },
    newsletter: { buttons: ['Assinar a newsletter', 'Agora não'], text: 'Política de privacidade.' },
    checkout: { buttons: ['Pagar agora', 'Voltar'], text: 'Os seus dados servem para a encomenda. Cookies.' },
  },
  Dutch: {
    walls: [
      {
        buttons: ['Akkoord en doorgaan', 'Weigeren en abonneren', 'Instellingen'],
        text: 'Wij en onze partners gebruiken cookies voor gepersonaliseerde advertenties.',
      },
      { buttons: ['Toestaan', 'Betaal voor geen tracking'], text: 'Je gegevens' },
      { buttons: ['Doorgaan met advertenties', 'Neem een abonnement'], text: 'Advertenties en partners, of niet.' },
    ],
    refusable: {
      buttons: ['Alles accepteren', 'Doorgaan zonder te accepteren', 'Abonneren'],
      text: 'Wij gebruiken cookies.',
    },
    newsletter: { buttons: ['Abonneren', 'Nee, bedankt'], text: 'Onze nieuwsbrief. Privacy.' },
    checkout: { buttons: ['Nu betalen', 'Terug'], text: 'Je gegevens zijn nodig voor de bestelling. Cookies.' },
  },
  Danish: {
    walls: [
      {
        buttons: ['Accepter alle', 'Afvis og køb abonnement', 'Indstillinger'],
        text: 'Vi og vores partnere bruger cookies til annoncer.',
      },
      { buttons: ['Fortsæt med annoncer', 'Køb adgang uden annoncer'], text: 'Annoncer betaler for vores indhold.' },
      { buttons: ['Tillad alle', 'Bliv abonnent fra 9 kr.'], text: 'Samtykke' },
    ],
    refusable: { buttons: ['Tillad alle', 'Kun nødvendige', 'Køb abonnement'], text: 'Vi bruger cookies.' },
    newsletter: { buttons: ['Abonner', 'Nej tak'], text: 'Vores nyhedsbrev. Privatlivspolitik og cookies.' },
    checkout: { buttons: ['Betal nu', 'Tilbage'], text: 'Personoplysninger bruges til ordren. Cookies.' },
  },
  Swedish: {
    walls: [
      {
        buttons: ['Acceptera och fortsätt', 'Avvisa och prenumerera', 'Inställningar'],
        text: 'Vi och våra partner använder cookies för annonser.',
      },
      { buttons: ['Tillåt alla', 'Köp annonsfritt'], text: 'Din integritet' },
      { buttons: ['Fortsätt med annonser', 'Fortsätt utan annonser'], text: 'Annonser betalar för det du läser.' },
      { buttons: ['Jag samtycker', 'Betala 29 kr/mån'], text: 'Samtycke' },
    ],
    refusable: { buttons: ['Godkänn alla', 'Neka alla', 'Prenumerera'], text: 'Vi använder kakor (cookies).' },
    newsletter: { buttons: ['Prenumerera', 'Nej tack'], text: 'Vårt nyhetsbrev. Integritetspolicy.' },
    checkout: { buttons: ['Betala nu', 'Tillbaka'], text: 'Personuppgifter behövs för köpet. Cookies.' },
  },
  Norwegian: {
    walls: [
      {
        buttons: ['Aksepter og fortsett', 'Avvis og kjøp abonnement', 'Innstillinger'],
        text: 'Vi og våre partnere bruker informasjonskapsler til annonser.',
      },
      { buttons: ['Fortsett med annonser', 'Kjøp reklamefri tilgang'], text: 'Annonser betaler for det du leser.' },
      { buttons: ['Godta alle', 'Betal 29 kr i måneden'], text: 'Personvern' },
    ],
    refusable: { buttons: ['Godta alle', 'Avslå alle', 'Bli abonnent'], text: 'Vi bruker informasjonskapsler.' },
    newsletter: { buttons: ['Abonner', 'Nei takk'], text: 'Vårt nyhetsbrev. Personvern.' },
    checkout: { buttons: ['Betal nå', 'Tilbake'], text: 'Personopplysninger brukes til ordren. Informasjonskapsler.' },
  },
  Polish: {
    walls: [
      {
        buttons: ['Akceptuję i przechodzę do serwisu', 'Odrzuć i wykup dostęp', 'Ustawienia'],
        text: 'My i nasi partnerzy używamy plików cookie do reklam.',
      },
      { buttons: ['Wyrażam zgodę', 'Kup subskrypcję'], text: 'Twoja prywatność' },
      { buttons: ['Czytaj z reklamami', 'Czytaj bez reklam'], text: 'Reklamy i dane osobowe, albo nie.' },
      { buttons: ['Zgoda', 'Zapłać 9,99 zł'], text: 'Ciasteczka' },
    ],
    refusable: { buttons: ['Zaakceptuj wszystko', 'Odrzuć wszystko', 'Prenumerata'], text: 'Pliki cookie i reklamy.' },
    newsletter: { buttons: ['Subskrybuj', 'Nie, dziękuję'], text: 'Newsletter. Polityka prywatności.' },
    checkout: { buttons: ['Zapłać teraz', 'Wstecz'], text: 'Dane osobowe są potrzebne do zamówienia. Cookie.' },
  },
  Czech: {
    walls: [
      {
        buttons: ['Souhlasím a pokračovat', 'Odmítnout a předplatit', 'Nastavení'],
        text: 'My a naši partneři používáme cookies pro reklamu.',
      },
      { buttons: ['Přijmout vše', 'Pokračovat bez reklam'], text: 'Ochrana soukromí' },
      { buttons: ['Číst s reklamami', 'Zaplatit 49 Kč měsíčně'], text: 'Reklama, nebo ne.' },
      { buttons: ['Povolit', 'Koupit předplatné'], text: 'Souhlas' },
    ],
    refusable: { buttons: ['Přijmout vše', 'Zamítnout vše', 'Předplatné'], text: 'Cookies a reklama.' },
    newsletter: { buttons: ['Předplatit zpravodaj', 'Ne, děkuji'], text: 'Ochrana soukromí.' },
    checkout: { buttons: ['Zaplatit', 'Zpět'], text: 'Osobní údaje jsou nutné k objednávce. Cookies.' },
  },
  Finnish: {
    walls: [
      {
        buttons: ['Hyväksy ja jatka', 'Hylkää ja tilaa', 'Asetukset'],
        text: 'Me ja kumppanimme käytämme evästeitä mainontaan.',
      },
      { buttons: ['Salli kaikki', 'Osta mainokseton versio'], text: 'Yksityisyytesi ja tietosuoja' },
      { buttons: ['Jatka mainosten kanssa', 'Jatka ilman mainoksia'], text: 'Mainokset maksavat sisällön.' },
      { buttons: ['Hyväksyn', 'Maksa 2,99 € kuukaudessa'], text: 'Suostumus' },
    ],
    refusable: { buttons: ['Hyväksy kaikki', 'Vain välttämättömät', 'Tilaa'], text: 'Evästeet ja mainonta.' },
    newsletter: { buttons: ['Tilaa uutiskirje', 'Ei kiitos'], text: 'Tietosuoja ja evästeet.' },
    checkout: { buttons: ['Maksa nyt', 'Takaisin'], text: 'Henkilötietoja tarvitaan tilaukseen. Evästeet.' },
  },
};
