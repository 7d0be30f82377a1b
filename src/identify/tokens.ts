const CONSENT_STRING = /^C[A-Za-z\d_-]{25,}(?:\.[A-Za-z\d_-]{2,})*$/u;
const PRIVACY_STRING = /^1[-YN]{3}$/u;
const JWT = /^ey[\w-]{8,4000}\.ey[\w-]{2,4000}\.[\w-]{0,2000}$/u;
const JWE = /^ey[\w-]{8,2000}\.[\w-]{0,1000}\.[\w-]{8,200}\.[\w-]{1,6000}\.[\w-]{8,200}$/u;
/** Openings: iron, PASETO, ASP.NET's data protection, Phoenix, a digest before serialised PHP. */
const SEALED = /^(?:Fe26\.2\*|v\d\.(?:local|public)\.|CfDJ8[\w-]{60}|SFMyNTY\.|[\da-f]{64}a:\d)/u;
/** State and its signature: express-session's, Rails' (signed, or sealed in three pieces), itsdangerous'. */
const SIGNED = [
  /^s:[\w-]{32}\.[A-Za-z\d+/]{43}$/u,
  /^[\w+/]{8,8000}={0,2}--(?:[\da-f]{40}|[\da-f]{64}|[\w+/]{16}--[\w+/]{22}(?:==)?)$/u,
  /^\.?e[\w-]{8,8000}\.[\w-]{6}\.[\w-]{27,43}$/u,
];

/**
 * Whether a value is a consent string by its form.
 * @see https://github.com/InteractiveAdvertisingBureau/GDPR-Transparency-and-Consent-Framework (TC string, version 2)
 * @see https://github.com/InteractiveAdvertisingBureau/USPrivacy (US Privacy String)
 */
export function isConsentString(text: string): boolean {
  if (PRIVACY_STRING.test(text)) return true;
  // Version 2 in the first six bits is `C`; the next 36 are a time, which up to 2038 begins with O, P, Q or R.
  return CONSENT_STRING.test(text) && /^C[O-R]/u.test(text) && text.length >= 36;
}

/** Purposes of consent notices, each with its answer: `necessary:true`, `"marketing":0`, `C0004:1`. */
const ANSWER =
  /(?:^|[^a-z])(?:necessary|essential|functional|preferences|statistics|analytics|performance|marketing|targeting|advertising|consent|C000\d)["']?\s?[=:]\s?["']?(?:true|false|yes|no|allow|deny|granted|denied|[01])\b/giu;

/** Whether a value records answers to a consent notice: two purposes or more, each with a yes or a no. */
export function isConsentRecord(text: string): boolean {
  return (text.slice(0, 2000).match(ANSWER)?.length ?? 0) >= 2;
}

/** Whether a value is signed or sealed state (a token, an encrypted envelope): a server's own, mostly a login. */
export function isSealed(value: string, text: string): boolean {
  if (JWT.test(text) || JWE.test(text) || SEALED.test(text)) return true;
  if (SIGNED.some((form) => form.test(text))) return true;
  return value.startsWith('ey') && text.startsWith('{"iv":') && text.includes('"mac":');
}
