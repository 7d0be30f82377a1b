import type { FieldKind } from '#content/fields/stems.ts';

/** What more there is for a field to be called, by what that asks for; each in a field with no other hint. */
export const LABELS: Readonly<Record<Exclude<FieldKind, 'card-part' | 'other-account'> | 'part of a card', string>> = {
  name: 'Mother’s maiden name|Ansprechpartner|Contact person|Nom de famille|氏名|ふりがな|名|Salutation|Aanhef|Tratamiento|İsim',
  email: 'Mél|Mel|Эл. почта|Correio|Adresse mail|Epost|Mail',
  phone:
    'Rufnummer|Tel.|Tel. nr|Cell|Móvil|Téléphone portable|GSM|Komórka|Vorwahl|Dial code|Cep numarası|Телефон|Мобильный|携帯|Mobilní',
  address:
    'Domicilio|Str.|Rue|Gata|Sokak|Postleitzahl|Código postal|Town|Suburb|Localidad|Comune|House number|Apt.|Appartement|住所|都道府県|番地|Улица|Дом|Квартира|Město',
  birth: 'DOB|Bday|Geb. Datum|Naissance|Data di nascita|誕生日|Birth',
  age: 'Età|Idade|Yaş|年齢|Возраст|Věk',
  gender: 'Pohlaví|Sexe|Geschlecht',
  company: 'Unternehmen|Entreprise|Organisatie|Организация|Společnost|Arbeitgeber',
  'official-id':
    'SSN|ITIN|Umsatzsteuer-ID|CIF|DNI|NIE|P. IVA|REGON|TCKN|マイナンバー|СНИЛС|DIČ|Rodné číslo|National ID|Führerschein|Reisepass|Passeport|Pasaporte|Passaporto|Paspoort|Paszport|Passnummer|Pasaport|Паспорт|パスポート',
  bank: 'BIC|SWIFT|Bankleitzahl|BLZ|Conto corrente|Bankgiro|口座番号|Номер счета|Расчётный счёт',
  card: 'Debit card|Carta di credito|Karta kredytowa|Kreditkort|Kredi kartı|Kreditní karta|Кредитная карта|Naam kaarthouder|Posiadacz karty|Kortinnehavare|カード名義|Владелец карты|Держатель карты|CSC|Kartenprüfnummer',
  'part of a card':
    'Exp.|Exp. date|Ablaufdatum|Validité|Vencimiento|Geldig tot|Utgångsdatum|有効期限|Срок действия|Platnost|Sicherheitscode|Código de seguridad|Codice di sicurezza|Code de sécurité|Beveiligingscode|Kod bezpieczeństwa|Güvenlik kodu|Säkerhetskod|セキュリティコード|Код безопасности',
  username:
    'Login|Login ID|Logon|User|User ID|Benutzerkennung|Nutzername|Nom d’utilisateur|Nombre de usuario|Utilizador|Nome de usuário|Inlognaam|Nick|Screen name|Логин|Přihlašovací jméno|ログイン',
  'sign-in':
    'Password|Pass|Pwd|Passcode|Passphrase|Kennwort|Mot de passe|MDP|Contraseña|Clave|Senha|Palavra-passe|Wachtwoord|Hasło|Lösenord|Şifre|Heslo|Пароль',
  'sign-up':
    'New password|Repeat password|Password again|Verify password|Re-enter password|Choose a password|Neues Passwort|Passwort bestätigen|Nouveau mot de passe|Répétez le mot de passe|Nueva contraseña|Nuova password|Conferma password|Nova senha|Nieuw wachtwoord|Bevestig wachtwoord|Nowe hasło|Potwierdź hasło|Nytt lösenord|Bekräfta lösenord|Yeni şifre|新しいパスワード|Новый пароль|Повторите пароль|Подтвердите пароль|Potvrzení hesla|Nové heslo',
};

/** What is asked for of things and not of persons, in a field with no other hint. */
export const LABELS_OF_THINGS: readonly string[] = (
  'Playlist name|Folder name|Template name|Device name|Network name|Database name|Table name|Campaign name|School name|' +
  'Item name|Category name|Game name|Brand name|Model name|Course name|Class name|App name|Collection name|Store name|' +
  'Shop name|Page title|Key name|Filter name|League name|Event name|Site name|Blog name|Channel name|Server name|' +
  'Workspace name|Name of the column|Nome do arquivo|Nombre del dominio|Nome del progetto|Nom du projet|Nombre del proyecto|' +
  'Naam van de lijst|Namn på projektet|Название товара|Имя домена|Numéro de carte cadeau|Numéro de carte de fidélité|' +
  'Número de tarjeta regalo|Kortnummer på presentkort|Numer karty podarunkowej|Hediye kartı: kart numarası|Loyalty card number|' +
  'Bonus card number|Treuekarte: Kartennummer|Kartennummer des Mitglieds|Insurance card number|Student card number|' +
  'Business card number|SIM card number|Reward card number|Health card number|Railcard card number|Numero della carta biblioteca|' +
  'Driving licence expiry|Passport issue date|VAT rate|Voicemail|SMTP server e-mail|Android phone|Phone brand|Mobile OS|' +
  'Company size|Website address|Site address|Crypto address|DNS address|Memory address|Ziel: PLZ|Departure city|' +
  'Ages of children|Âge des enfants (age)|Maximum age|Age group|Birth city|Birth country|Baby’s birth date|Misto narozeni|' +
  'Geburtsort (geburtsdatum)|Recherche|Búsqueda|Ricerca|Pesquisar|Hledat|Homepage'
).split('|');
