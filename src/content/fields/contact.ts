/** Longest address that can be written to (RFC 5321, 4.5.3.1.3). */
const LONGEST_EMAIL = 254;

const EMAIL = /^[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/u;
const PHONE = /^\+?[\d\s()./-]{7,40}$/u;

/** The e-mail address that a text is, without spaces around it; `null` where it looks like none. */
export function emailIn(text: string): string | null {
  const email = text.trim();
  return email.length <= LONGEST_EMAIL && EMAIL.test(email) ? email : null;
}

/** The phone number that a text is, of 7 to 15 digits (E.164) and as it was typed; `null` where it looks like none. */
export function phoneIn(text: string): string | null {
  const phone = text.slice(0, 100).trim();
  const digits = phone.replace(/\D/gu, '').length;
  return PHONE.test(phone) && digits >= 7 && digits <= 15 ? phone : null;
}
