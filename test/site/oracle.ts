import type { SiteClock } from './clock.ts';
import { jsonBody, jsonReply, nothing, type DemoSite, type Exchange, type Reply } from './exchange.ts';
import type { VisitorLog } from './visitor-log.ts';
import { monthOf, visitorOf } from './visitor-log.ts';

/** What the oracle may read and change. */
export interface OracleReach {
  readonly clock: SiteClock;
  readonly site: DemoSite;
  /** The visitor log of that site, where it keeps one. */
  readonly visitors: VisitorLog | undefined;
  readonly setPolicy: (text: string) => void;
}

/** A falsification: the record's number, the field as a dotted path, and what it shall say. */
interface Tampering {
  readonly number: string;
  readonly field: string;
  readonly value: unknown;
}

function isTampering(value: unknown): value is Tampering {
  if (typeof value !== 'object' || value === null) return false;
  return 'number' in value && 'field' in value && 'value' in value && typeof value.field === 'string';
}

type Fields = Record<string, unknown>;

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null;
}

/**
 * Writes a falsehood into a log on purpose, so that a test can prove that disagreement is noticed. `month.visits` is
 * the month that `at` falls in; any other path starts at the record: `searches.0.term`, `number`.
 * Returns whether there was such a field.
 */
function tamper(log: VisitorLog, { number, field, value }: Tampering, at: number): boolean {
  const path = field.replace(/^month\./u, `months.${monthOf(at)}.`).split('.');
  const last = path.pop() ?? '';
  let holder: unknown = visitorOf(log, number);
  for (const step of path) holder = isFields(holder) ? holder[step] : undefined;
  if (!isFields(holder) || !(last in holder)) return false;
  holder[last] = value;
  return true;
}

/** Answers `/__log`, `/__clock`, `/__tamper` and `/__policy` on every host; `undefined` for all other addresses. */
export function answerOracle(exchange: Exchange, reach: OracleReach): Reply | undefined {
  const { pathname } = exchange.url;
  if (!pathname.startsWith('/__')) return undefined;
  const asked = jsonBody(exchange);
  if (pathname === '/__log') return jsonReply(reach.site.log());
  if (pathname === '/__clock' && isFields(asked) && typeof asked['offsetMs'] === 'number') {
    reach.clock.setOffset(asked['offsetMs']);
    return jsonReply({ now: reach.clock.now() });
  }
  if (pathname === '/__policy' && isFields(asked) && typeof asked['text'] === 'string') {
    reach.setPolicy(asked['text']);
    return nothing();
  }
  if (pathname === '/__tamper' && reach.visitors !== undefined && isTampering(asked)) {
    return nothing(tamper(reach.visitors, asked, exchange.at) ? 204 : 404);
  }
  return nothing(400);
}
