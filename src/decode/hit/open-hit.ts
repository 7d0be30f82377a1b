import type { Hit } from '#core/hit.ts';
import type { Json } from '#core/json.ts';
import { parseUrl } from '#core/url.ts';
import { openBody } from '../body/content.ts';
import { type Fields, parseMatrix, parseParameters } from '../body/parameters.ts';
import type { Layer } from './layers.ts';
import type { OpenHit } from './vendor.ts';

const WEB = new Set(['http:', 'https:', 'ws:', 'wss:']);
/** An address is read up to here. */
const URL_LENGTH = 65_536;

function whole(part: Layer['part'], value: Json | Fields | undefined): readonly Layer[] {
  return value === undefined ? [] : [{ part, at: '', value }];
}

function bodyOf({ content }: OpenHit['body']): Json | undefined {
  if (content.form === 'value') return content.value;
  return content.form === 'rows' ? content.rows : undefined;
}

/** Opens a request for the vendors to look at; `null` for an address that is none of the web's. Never throws. */
export function openHit({ url, method, headers, body }: Hit): OpenHit | null {
  const parsed = parseUrl(url.slice(0, URL_LENGTH));
  if (parsed === undefined || !WEB.has(parsed.protocol)) return null;
  const query = parseParameters(parsed.search.slice(1));
  const matrix = parseMatrix(parsed.pathname);
  const opened = openBody(body);
  const referer = headers?.['referer'];
  return {
    url: parsed,
    method,
    query,
    matrix,
    body: opened,
    layers: [
      ...whole('body', bodyOf(opened)),
      ...whole('query', query),
      ...whole('path', matrix),
      ...whole('header', referer === undefined ? undefined : { referer }),
    ],
  };
}
