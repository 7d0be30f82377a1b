import type { GivenKind } from '#core/given.ts';
import { anyOf } from './words.ts';

/** What one field is for: `card-part` may be of a payment card, and is where another part of one stands by it. */
export type FieldKind = GivenKind | 'card-part';

/** Words that say what a field is for. Of several that are found the first counts. */
export interface Sense {
  /** `null`: for nothing that is of a person. */
  readonly kind: FieldKind | null;
  readonly says: RegExp;
  /** Words that deny it, wherever in the field's description they stand. */
  readonly unless?: RegExp;
}

function sense(kind: FieldKind | null, says: string, unless?: string): Sense {
  return unless === undefined ? { kind, says: anyOf(says) } : { kind, says: anyOf(says), unless: anyOf(unless) };
}

/** Names of things: what is called a name there is not a person's. */
const THINGS =
  'produ prodott urun_ товар 商品 file_ fichier archivo _datei arquivo plik dosya soubor фаил host_ server domain domini домен' +
  ' _list_ lista_ liste _lijst _project projekt progett proyect projeto projet_ _proje_ проект _team _group gruppe _grup _event _site_ _blog_' +
  ' channel playlist folder album template device network wi-?fi database _table_ column campaign school hotel _item' +
  ' categor _tag_ _game character player _pet_ _brand _model _course _class_ _app_ repo branch collection _store_ _shop_ page' +
  ' vehicle _ship_ _song _title_ workspace _key_ variable tournament league preset filter _report recipe _plan_';

/** In English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Turkish, Russian, Czech, Japanese. */
export const SENSES: readonly Sense[] = [
  sense(
    null,
    '=q search _query _suche _suchbegriff recherche _busca _buscar _busqueda _cerca_ ricerca pesquis zoeken zoekterm szukaj _sok_ _arama_ _ara_ поиск hledat 検索' +
      ' coupon voucher gutschein promo-?cod _promo_ discount cupon buono code-reduction codice-sconto kortingscode rabat kupon промокод クーポン' +
      ' captcha quantit _qty_ _menge_ _anzahl cantidad _ilosc _antal _adet_ amount betrag montant importe one-time _otp_ _totp_ _[2t]-fa_ verification-code' +
      ' token csrf website homepage _url_ web-?adres _sort-by subject betreff _template',
  ),
  sense(null, '_fax telefax faks_', 'telefon telefoon phone'),
  sense(
    'email',
    'email _e-mail _mail_ mailadres _courriel _correo_ _mel_ posta-elettronica _e-post _epost mailow эл-почт почт[аы] メール',
    'voicemail webmail mail-server smtp',
  ),
  sense(
    'phone',
    'phone _tel_ _tel-n telef telep _fono_ _cell_ cellular cellulare celular _mobile?_ mobilnummer mobilfunk mobil-n mobilni mobiltel mobiel _movil_ _handy portable_ telemovel _gsm_ komork' +
      ' rufnummer vorwahl contact-number whats-app numero-de-contact calling-code dial-code numer-kontaktowy cep-tel cep-numara телефон мобильн 電話 携帯',
    'microphone headphone megaphone iphone android model_ _brand _marke smartphone _case_ _os_ phone-type телефонн-модел',
  ),
  sense(
    'card',
    'credit-?card debit-?card kreditkarte carte-bancaire carte-bleue carte-de-credit tarjeta-de-cred tarjeta-de-deb carta-di-cred cartao-de-cred' +
      ' karta-kredyt karty-kredyt kreditkort kredi-kart kreditni-kart kreditni-karty кредитн クレジットカード _cc-n _cc-exp _cc-cs _cc-cv _cc-month _cc-year ccnum name-on-card name-on-the-card' +
      ' card-?holder name-of-card karteninhaber titulaire-de-la-carte titular-de-la titular-do-cart titular-da-tarj intestatario-della-carta kaarthouder posiadacz kortinnehav kortinnehavare kart-sahib' +
      ' kart-uzerind カード名義 владелец-карт держател _cv[cnv]-?2?_ _csc_ cryptogramme kartenpruf prufziffer pruefziffer kod-cvv',
    'gift geschenk cadeau regalo presentkort podarunk hediye library bibliot',
  ),
  sense(
    'card-part',
    'card-n kartennummer kartennr karten-nr kartennum numero-de-carte numero-de-la-carte numero-de-tarjeta numero-de-la-tarjeta numero-carta numero-della-carta numero-do-cart numero-cartao kaartnummer numer-karty kortnummer' +
      ' kart-numara kart-no_ номер-карт cislo-karty カード番号 card-exp _exp_ expiry expir[ae]t expires _exp-(date|month|year) ablauf gultig-bis gueltig-bis validite caducidad vencimiento scadenza validade vervaldat' +
      ' geldig-tot waznosc giltig utgangs son-kullanma 有効期限 срок-действ platnost =mm-[yaj]{2,4}' +
      ' security-code sicherheitscode codigo-de-seg codice-di-sic beveiligingscode kod-bezp guvenlik-kod sakerhetskod セキュリティコード код-безоп code-de-securite',
    'gift geschenk cadeau regalo presentkort podarunk hediye library bibliot _member mitglied loyalty fidel treue kundenkart bonus business visitenk _id-card ausweis student' +
      ' health gesundh insurance versicher _sim_ _miles_ reward _club_ advantage rail bahn passport reisepass licen',
  ),
  sense(
    'sign-in',
    'passw _pass-?word _pass_ _pwd_ _passwd passcode passphrase passwort kennwort mot-de-passe _mdp_ contrasen _clave_ _senha_ palavra-passe wachtwoord _haslo losenord _sifre парол _heslo パスワード',
  ),
  sense(
    'bank',
    '_iban _bic_ swift _sort-code routing-n bankleitzahl _blz_ kontonummer kontoinhaber numero-de-cuenta numero-de-compte numero-conto conto-corrente numero-da-conta rekeningnummer numer-konta numer-rachunku' +
      ' bankgiro clearingnum hesap-num bank-?account account-holder 口座 номер-счет расчетн cislo-uctu',
  ),
  sense(
    'official-id',
    '_vat_ _vat-?(id|n|reg) _tax-(id|n) taxid _ssn_ social-sec _itin_ _ein_ steuernummer steuer-id _u-st-id umsatzsteuer numero-de-tva tva-intra _nif_ _cif_ _dni_ _nie_ codice-fisc partita-iva _p-iva_ _cpf_ _cnpj_ _bsn_ _btw-' +
      ' _nip_ _pesel _regon_ personnummer orgn(umme)?r_ organisationsnummer org-nr kimlik _tckn_ vergi マイナンバー _инн_ _снилс_ =ico =dic rodne-cislo sozialvers securite-sociale national-id passport reisepass' +
      ' ausweisnum passeport pasaporte passaporto paspoort paszport passnummer pasaport паспорт cestovni-pas パスポート',
    '_rate_ expir _issue ablauf gultig',
  ),
  sense(
    'username',
    'user-name _login-?(name|id)?_ _logon =user _user-id_ benutzername benutzerkenn anmeldename nutzername identifiant pseudo_ pseudonym nom-d-utilis nombre-de-usu _usuario_ utente_ _utilizador nome-de-usu gebruikersnaam inlognaam' +
      ' uzytkownik anvandarnamn kullanici nick-?name _nick_ screen-?name логин имя-польз uzivatel prihlasovaci ユーザー ログイン',
    '_game player character',
  ),
  sense(
    'name',
    'first-?name last-?name _fname_ _lname_ surname given-?name family-?name full-?name your-?name middle-?name birth-?name maiden customer-?name contact-?name legal-?name vorname nachname familienname geburtsname' +
      ' _prenom nom-de-famille nom-de-naiss nom-naiss apellido cognome sobrenome apelido voornaam achternaam tussenvoeg _imie_ nazwisko fornamn efternamn =adi-ve-soyadi? ad-soyad _soyad _adiniz 名前 氏名 フリガナ ふりがな =姓 =名 фамили отчеств' +
      ' jmeno_ prijmeni salutation anrede civilite honorific aanhef tratamiento',
    '_pet_ _file_ соб фаил',
  ),
  sense(
    'birth',
    'birth-?d _dob_ _bday birthday birth-?(month|year) geburts?-?(dat|tag|mon|jahr) _geb-?dat =geburt naissance _naiss nacim nascita _nasc nascimento geboorte urodz fodels dogum-t dogum-[gay] 生年月日 誕生日 рожден narozen',
    'place _ort_ geburtsort _lieu luogo _lugar _local_ plaats miejsce fodelseort dogum-yer _место_ misto _city country _child _baby',
  ),
  sense(
    'age',
    '_age_ =alter _alter-in _edad_ =eta _idade_ leeftijd =wiek _alder_ =yas _yasiniz 年齢 _возраст =vek',
    'child kid_ enfant kinder nino bambin crianc dziec barn_ cocuk _min_ _max_ group',
  ),
  sense('gender', 'gender _sexe?_ _sexo_ geschlecht sesso_ geslacht _plec_ =kon cinsiyet 性別 =пол pohlavi =genero'),
  sense(
    'company',
    'company =firma firmenname _firma_ unternehmen organi[sz]ation_ _organi[sz]ation entreprise raison-soc _societe _empresa azienda ragione-soc bedrijf _firmy_ foretag organisatie sirket 会社 компани организац' +
      ' spolecnost employer arbeitgeber job-?title',
    'size groesse grosse taille industr branche website',
  ),
  sense(
    'address',
    'addr adres direccion indirizzo endereco _morada_ domicil street strasse _strae?_ straat =rue de-rue _calle_ =via _rua_ _ulica ulice gatu _gata_ sokak mahalle post-?code postal _zip zip-?code _plz_ postleitz codigo-post =cap _cep_ pocztow' +
      ' postnummer posta-kod _psc_ _city_ _town_ suburb _stadt_ wohnort _ort_ _ville_ ciudad localidad poblacion _citta_ _comune_ cidade _bairro_ woonplaats =plaats _stad_ =gemeente _miasto_ miejscowosc' +
      ' postort _sehir _ilce_ house-?n(umber|o|r|um) hausnummer _hausnr huisnummer numer-domu nr-domu numero-civico apartment _apt_ appartement 住所 郵便 都道府県 市区町村 番地 адрес улиц _дом_ _город_ индекс _квартир _mesto_',
    '_ip_ ip-?v _mac-(addr|adres) web-?(site|adres|addr) _web_ internetadres _site_ _url_ sitio wallet bitcoin _btc_ crypto ethereum _eth_ contract server _dns_ memory address-bar address-book _file_ destination _ziel weather wetter _depart _arriv',
  ),
];

/** A name of whatever else is said: of a person where nothing is. */
export const SOME_NAME = sense('name', '_name_ _nom_ _nombre_ _nome_ _naam_ _namn_ =ad =adi _isim_ _имя_', THINGS);

/** What is said of a field that a person is to leave alone: it is there for robots. */
export const TRAP = anyOf(
  'honeypot leave-(it|this|blank|empty) nicht-ausfullen champ-vide no-rellen dejar-(en-blanco|vacio) non-compilare laat-leeg',
);

/** Words of a password that is not yet: a new one, or the same once more. */
export const NEW_PASSWORD = anyOf(
  '_new confirm repeat again verify _re-?type re-?enter _neue bestatig bestaetig wiederhol nouveau nouvelle repet nuev repit nuova conferm ripeti nova_ repita nieuw bevestig herhaal _nowe_ powtorz potwierdz' +
    ' _nytt_ bekrafta upprepa _yeni_ tekrar 確認 新し нов[ыо] повтор подтверд potvrz znovu _nove_ register signup sign-up _regist create choose _2_',
);
