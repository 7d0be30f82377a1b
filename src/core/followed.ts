/** In which form a number stood in a request. */
export type Form =
  | 'as-such'
  | 'lower-case'
  | 'upper-case'
  | 'url-encoded'
  | 'base64'
  | 'hex'
  | 'md5'
  | 'sha1'
  | 'sha256'
  | 'sha512';

/** All of them, the plainest first. */
export const FORMS: readonly Form[] = [
  'as-such',
  'lower-case',
  'upper-case',
  'url-encoded',
  'base64',
  'hex',
  'md5',
  'sha1',
  'sha256',
  'sha512',
];

/** Forms that nobody can read back, though everybody who has the number can tell it again. */
export function isDigest(form: Form): boolean {
  return form.startsWith('md5') || form.startsWith('sha');
}
