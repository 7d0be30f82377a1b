import type { GivenKind } from '#core/given.ts';
import { anyOf } from './words.ts';

/** What one field is for: `card-part` may be of a payment card, and is where another part of one stands by it. */
export type FieldKind = GivenKind | 'card-part';

/** Words that say what a field is for. Of several that are found the first counts. */
export interface Sense {
  /** `null`: for nothing that is of a person. */
  readonly kind: FieldKind | null;
  readonly says: (words: string) => boolean;
  /** Words that deny it, wherever in the field's description they stand. */
  readonly unless: (words: string) => boolean;
}

function sense(kind: FieldKind | null, says: string, unless = '^$'): Sense {
  return { kind, says: anyOf(says), unless: anyOf(unless) };
}

/** Cards that nobody pays with, or that are not of this person. */
const OTHER_CARDS = 'gift geschenk cadeau regalo presentk podarunk hediye librar bibliot';

/** English, German, French, Spanish, Italian, Portuguese, Dutch, Polish, Swedish, Turkish, Russian, Czech, Japanese. */
export const SENSES: readonly Sense[] = [
  sense(
    null,
    '=q search _query such(e|begriff)_ recherche _busca _cerca_ ricerca pesquis zoek(en|term) szukaj _sok_ _ara(ma)?_' +
      ' поиск hledat 検索 coupon voucher gutschein _promo discount captcha one-time _t?otp_ verification-code token' +
      ' homepage _url_ _sort-by subject betreff _comment kommentar _template',
  ),
  sense(null, '_fax telefax faks_', 'telefo phone'),
  sense(
    'email',
    'email _e-mail _mail_ mail-?add?r _courriel _corre(o|io)_ _mel_ posta-elett _e-post _epost mailow эл-почт почт[аы] メール',
    'voicemail server smtp',
  ),
  sense(
    'phone',
    'phone _tel_ _tel-n telef _cell_ cellul(ar|are)_ celular _mobile?_ mobil(nummer|funk|-n|ni|tel) mobiel _movil_ _handy' +
      ' portable_ telemovel _gsm_ komork _rufnummer vorwahl contact-number whats-app (calling|dial)-code cep-(tel|numara)' +
      ' телефон мобильн 電話 携帯',
    '(micro|head|mega)phone iphone android model_ _brand _marke _case_ _os_ phone-type',
  ),
  sense(
    'card',
    'credit-?card debit-?card kredit-?kart carte-(bancaire|bleue|de-credit) tarjeta-de-(cred|deb) carta-di-cred' +
      ' cartao-de-cred kart[ay]-kredyt kreditkort kredi-kart kreditni-kart кредитн クレジットカード' +
      ' _cc-(n|exp|cs|cv|month|year) card-?holder name-o[fn](-the)?-card karteninhaber titulaire-de-la-carte titular-d[eoa]' +
      ' intestatario kaarthouder posiadacz kortinnehav kart-(sahib|uzerind) カード名義 владелец-карт держател' +
      ' _cv[cnv]_ _csc_ cryptogramme kartenpruf pru?e?fziffer',
    OTHER_CARDS,
  ),
  sense(
    'card-part',
    'card-n karten-?n(r|um) numero-(de-(la-)?)?(carte|tarjeta) numero-(della-)?carta numero-(do-)?cartao kaartnummer' +
      ' numer-karty kortnummer kart-n(umara|o_) номер-карт cislo-karty カード番号' +
      ' card-exp _exp_ _exp-(date|month|year) expir ablauf gu?e?ltig-bis validite caducidad vencimiento scadenza validade' +
      ' vervaldat geldig-tot waznosc giltig utgangs son-kullanma 有効期限 срок-деиств platnost =mm-[yaj]{2,4}' +
      ' security-code sicherheitscode codigo-de-seg codice-di-sic code-de-sec beveiligingscode kod-bezp guvenlik-kod' +
      ' sakerhetskod セキュリティコード код-безоп',
    `${OTHER_CARDS} _member mitglied loyalty fidel treue kunden bonus business visiten _id-card ausweis student health` +
      ' gesund insur versich _sim_ _miles_ reward _club_ rail bahn passport reisepass licen',
  ),
  sense(
    'sign-in',
    'passw _pass(-?word|wd)?_ _pwd_ passcode passphrase kennwort mot-de-passe _mdp_ contrasen _clave_ _senha_' +
      ' palavra-passe wachtwoord _haslo losenord _sifre парол _hesl[oa]_ パスワード',
  ),
  sense(
    'bank',
    '_iban _bic_ swift _sort-code routing-n bankleitzahl _blz_ konto(nummer|inhaber) numero-(de-cuenta|de-compte|conto|da-conta)' +
      ' conto-corrente rekeningnummer numer-(konta|rachunku) bankgiro clearingnum hesap-num bank-?account account-holder' +
      ' 口座 номер-счет расчетн cislo-uctu',
  ),
  sense(
    'official-id',
    '_vat_ _tax-(id|n) _ssn_ social-sec _itin_ steuer(nummer|-id) _u-st-id umsatzsteuer _tva_ _nif_ _cif_ _dni_ _nie_' +
      ' codice-fisc partita-iva _p-iva_ _cpf_ _cnpj_ _bsn_ _btw- _nip_ _pesel _regon_ personnummer org(anisations)?-?n(umme)?r_' +
      ' kimlik _tckn_ vergi マイナンバー _инн_ _снилс_ =ico =dic rodne-cislo sozialvers securite-sociale national-id _id-number driv(ing|er|er-s)-licen fuhrerschein passport' +
      ' reisepass ausweisnum passeport pasaporte passaporto paspoort paszport passnummer pasaport паспорт パスポート',
    '_rate_ expir _issue ablauf gultig (sur|first|last|given|family|full|nach|vor)-?name name-as',
  ),
  sense(
    'username',
    'user-name _login_ _login-?(name|id)_ _logon =user _user-id_ benutzer(name|kenn) anmeldename nutzername identifiant' +
      ' pseudo_ nom-(d-)?utilis nombre-de-usu _usuario_ utente_ _utilizador nome-de-usu gebruikersnaam inlognaam uzytkownik' +
      ' anvandarnamn kullanici nick-?name _nick_ screen-?name логин имя-польз uzivatel prihlasovaci ユーザー ログイン',
    '_game player character',
  ),
  sense(
    'name',
    '(first|last|given|family|full|your|middle|birth|customer|contact|legal|real)-name contact-?person ansprechpartner _[fl]name_ surname maiden' +
      ' (vor|nach|familien|geburts)name _prenom nom-de-fam nom-(de-)?naiss apellido cognome sobrenome apelido (voor|achter)naam' +
      ' tussenvoeg _imie_ nazwisko (for|efter)namn ad-soyad _soyad _adiniz 名前 氏名 フリガナ ふりがな =姓 =名 фамили отчеств' +
      ' jmeno_ prijmeni salutation anrede civilite honorific aanhef tratamiento',
    '_pet_ _file_ фаил',
  ),
  sense(
    'birth',
    '_birth_ birth-?(d|month|year) _dob_ _bday geburts?-?(dat|tag|mon|jahr) _geb-?(dat|tag) naissance _naiss nacim nascita _nasc' +
      ' geboorte urodz fodels dogum-[tgay] 生年月日 誕生日 рожден narozen',
    'place _ort_ _lieu luogo _lugar _local_ plaats miejsce ort_ _yer _место_ misto _city country _child _baby',
  ),
  sense(
    'age',
    '_age_ =alter _edad_ =eta _idade_ leeftijd =wiek _alder_ =yas _yasiniz 年齢 _возраст =vek',
    'child kid_ enfant kinder nino bambin crianc dziec barn_ cocuk _min _max group',
  ),
  sense('gender', 'gender _sexe?_ _sexo_ geschlecht sesso_ geslacht _plec_ =kon cinsiyet 性別 =пол pohlavi'),
  sense(
    'company',
    'company _firm(a|y|enname)_ unternehmen organi[sz]a employer entreprise raison-soc _societe _empresa azienda' +
      ' ragione-soc bedrijf foretag organisatie sirket 会社 компани организац spolecnost arbeitgeber job-?title',
    'size gro(ss|e)se taille industre website',
  ),
  sense(
    'address',
    'addr adres direccion indirizzo endereco _morada_ domicil street strasse _stra?_ straat =rue de-rue _calle_ =via _rua_' +
      ' _ulica ulice gatu _gata_ sokak mahalle post-?code postal _zip _plz_ postleitz codigo-post =cap _cep_ pocztow' +
      ' postnummer posta-kod _psc_ _city_ _town_ suburb _stadt_ wohnort _ort_ _ville_ ciudad localidad poblacion _citta_' +
      ' _comune_ cidade _bairro_ woonplaats _miasto_ miejscowosc postort _sehir _ilce_ house-?n hausn(ummer|r) huisnummer' +
      ' n(ume)?r-domu numero-civico apartment _apt_ appartement 住所 郵便 都道府県 市区町村 番地 адрес улиц _дом_ _город_ индекс' +
      ' _квартир _mesto_',
    '_ip_ _mac_ _web website internetadr _site_ _url_ wallet bitcoin crypto contract server _dns_ memory' +
      ' birth address-(bar|book) _file_ destination _ziel _depart',
  ),
];

/** A name of whatever else is said: of a person where nothing is. */
export const SOME_NAME = sense(
  'name',
  '_(name|nom|nombre|nome|naam|namn|isim|имя)_ =adi?',
  'produ prodott urun_ _file fichier archivo datei arquivo plik dosya soubor фаил _host server domain domini домен' +
    ' _list _lijst proje proye progett проект _team _gr(o?up|uppo) _event _site_ _blog_ channel playlist folder' +
    ' template device network database _table_ column campaign school hotel _item categor _game character player' +
    ' _pet_ room _band_ _bank nombre-d_ _brand _model _course _class_ _app_ repo collection _store_ _shop_ page _title_ workspace' +
    ' _key_ league filter',
);

/** What is said of a field that a person is to leave alone: it is there for robots. */
export const TRAP = anyOf('honeypot leave-(it|this|blank|empty) nicht-ausfullen champ-vide no-rellen non-compilare');

/** What else has the keys of a telephone: a number or a code of something. */
export const NUMBERED = anyOf(
  'number nummer numero numer _no_ _nr code _kod _ref _qty quant order _pin_ weight gewicht height amount size _zahl номер код 番号',
);

/** Words of a password that is not yet: a new one, or the same once more. */
export const NEW_PASSWORD = anyOf(
  '_new confirm repeat again verify re-?(type|enter) _neue besta?e?tig wiederhol nouve repet nuev repit nuova conferm ripeti' +
    ' nova_ nieuw bevestig herhaal _nowe_ powtorz potwierdz _nytt_ bekrafta upprepa _yeni_ tekrar 確認 新し нов[ыо] повтор' +
    ' подтверд potvrz znovu _nove_ sign-?up regist create choose _2_',
);
