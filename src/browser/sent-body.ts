import type { WebRequest as Api } from 'webextension-polyfill';

/** What a request sends along, as far as the browser shows it. */
export type SentBody =
  /** Nothing. */
  | { readonly state: 'none' }
  | { readonly state: 'shown'; readonly body: Uint8Array | string }
  /** Something that the browser does not show: Chromium keeps Blobs and streams to itself. */
  | { readonly state: 'withheld' };

/** Both browsers' `requestBody`; Chromium's `raw` holds bytes, or says which file stood there. */
type RequestBody = NonNullable<Api.OnBeforeRequestDetailsType['requestBody']>;

/** A request without anything. */
export const NO_BODY: SentBody = { state: 'none' };

/** Of a longer body no more is read than 4 MiB: one byte more says that it is longer. */
const MOST = 4_194_305;

function joined(pieces: readonly Uint8Array[]): Uint8Array {
  const [only] = pieces;
  if (only !== undefined && pieces.length === 1) return only.subarray(0, MOST);
  const all = new Uint8Array(
    Math.min(
      MOST,
      pieces.reduce((sum, { length }) => sum + length, 0),
    ),
  );
  let at = 0;
  for (const piece of pieces) {
    if (at >= all.length) break;
    all.set(piece.subarray(0, all.length - at), at);
    at += piece.length;
  }
  return all;
}

/** The fields of a form, which the browser has parsed, as they could have been sent. */
function asParameters(form: Readonly<Record<string, unknown>>): string {
  const fields = new URLSearchParams();
  for (const [name, values] of Object.entries(form)) {
    for (const value of Array.isArray(values) ? values : []) fields.append(name, String(value));
  }
  return fields.toString();
}

/** Translates what the browser shows of a request's body. All pieces are put together before anybody reads them. */
export function toSentBody(body: RequestBody | null | undefined): SentBody {
  if (body === null || body === undefined) return NO_BODY;
  if (body.error !== undefined) return { state: 'withheld' };
  if (body.formData !== undefined) return { state: 'shown', body: asParameters(body.formData) };
  const pieces = (body.raw ?? []).flatMap(({ bytes }) => (bytes instanceof ArrayBuffer ? [new Uint8Array(bytes)] : []));
  const bytes = joined(pieces);
  return bytes.length === 0 ? NO_BODY : { state: 'shown', body: bytes };
}
