import { isList, own } from '#core/json.ts';
import { openText } from '../body/content.ts';
import type { Layers } from './layers.ts';
import type { OpenHit } from './vendor.ts';

/** Events as JSON, or in a parameter `data` as JSON or base64 of it: one, a list, or a list in `batch`. */
export function unpacked({ body: { content }, query }: OpenHit): readonly Layers[] {
  const whole = content.form === 'value' ? content.value : content.form === 'rows' ? content.rows : undefined;
  const part = whole === undefined ? 'query' : 'body';
  const packed = whole === undefined ? query['data'] : own(whole, 'data');
  const opened = typeof packed === 'string' ? openText(packed) : (packed ?? whole);
  if (opened === undefined) return [[]];
  const batch = own(opened, 'batch');
  const way = [packed === undefined ? '' : 'data', isList(batch) ? 'batch' : '']
    .filter((name) => name !== '')
    .join('.');
  const events = isList(batch) ? batch : opened;
  if (!isList(events)) return [[{ part, at: way, value: events }]];
  return events.map((event, nth) => [{ part, at: way === '' ? String(nth) : `${way}.${nth}`, value: event }]);
}
