const BASE64 = /^[\w+/-]{16,}={0,2}$/u;

/**
 * The bytes of base64 or base64url, padded or not, of at least 16 signs; `null` for what is none.
 * @see https://www.rfc-editor.org/rfc/rfc4648
 */
export function parseBase64(text: string): Uint8Array | null {
  if (!BASE64.test(text)) return null;
  const plain = text.replace(/=+$/u, '').replaceAll('-', '+').replaceAll('_', '/');
  if (plain.length % 4 === 1) return null;
  const bytes = atob(plain);
  return Uint8Array.from(bytes, (sign) => sign.codePointAt(0) ?? 0);
}
