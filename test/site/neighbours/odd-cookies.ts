/** The longest name and value together that browsers take: 4,096 bytes. */
const LONGEST = 4096;

/** Every byte that a header line may hold besides CR, LF, NUL and the semicolon. */
const BINARY = Array.from({ length: 255 }, (_, index) => index + 1)
  .filter((byte) => byte !== 10 && byte !== 13 && byte !== 59)
  .map((byte) => String.fromCodePoint(byte))
  .join('');

/** `Set-Cookie` values as a hostile or broken server sends them, one character for each byte. */
export const ODD_SET_COOKIE_LINES: readonly string[] = [
  `big=${'k'.repeat(LONGEST - 3)}; Path=/; Max-Age=3600`,
  `toobig=${'k'.repeat(LONGEST * 2)}; Path=/`,
  `${'n'.repeat(LONGEST - 8)}=1; Path=/; Max-Age=3600`,
  `binary=${BINARY}; Path=/; Max-Age=3600`,
  `high=${'\u00ff\u00fe\u0080\u00c3\u0028'.repeat(20)}; Path=/; Max-Age=3600`,
  'no-equals-sign',
  '=no-name',
  '=',
  '',
  ';',
  ';;; Path=/',
  'spaces in name = spaces in value ; Path = /',
  'tab\tname=tab\tvalue',
  '<img src=x onerror=document.title=1>=markup; Path=/; Max-Age=3600',
  'markup=<script>document.title=1</script>; Path=/; Max-Age=3600',
  'quoted="a \\"quoted\\" value"; Path=/; Max-Age=3600',
  '__proto__=polluted; Path=/; Max-Age=3600',
  'constructor=polluted; Path=/; Max-Age=3600',
  'percent=%00%ff%E0%A4%A; Path=/; Max-Age=3600',
  'odd-age=1; Max-Age=abc; Expires=never; Path=relative; SameSite=Perhaps; Priority=; Foo',
  'old=1; Expires=Thu, 01 Jan 1970 00:00:00 GMT',
  'far=1; Max-Age=99999999999999999999',
  'other=1; Domain=halden-audio.example',
  'suffix=1; Domain=example',
  '__Host-wrong=1; Path=/wrong; Domain=weather-today.example',
  'apart=1; Partitioned',
];
