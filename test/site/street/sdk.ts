import { fileReply, jsonReply, type Exchange, type Reply } from '../exchange.ts';
import type { CollectorManner } from '../neighbours/collector.ts';
import { parse, stringsUnder, textOf, type Collected } from '../neighbours/payloads.ts';

/** How a collector reads the events of a request, by their maker's names; `seen` is what it keeps from one to the next. */
export type EventsIn = (exchange: Exchange, seen: Set<string>) => readonly string[];

/** How a package ships an SDK; the path is that in the package. */
export type Shipped =
  /** One file that puts a name on the window. */
  | { readonly as: 'script'; readonly path: string }
  /** One ES module. */
  | { readonly as: 'module'; readonly path: string }
  /** ES modules that import one another, put together here. */
  | { readonly as: 'modules'; readonly path: string };

/** One SDK and all that its shop on the street needs. */
export interface Sdk extends CollectorManner {
  readonly maker: string;
  readonly shipped: Shipped;
  /** The hosts it reports to, as it has them built in or its maker gives them out; none: the site's own. */
  readonly collectors: readonly string[];
  /** How its collector reads the events of a request; none: nothing is told to it. */
  readonly events?: EventsIn;
}

/** Every document in a body: a JSON text, or one on each line. */
export function documentsIn(text: string): readonly unknown[] {
  const whole = parse(text);
  return whole === undefined ? text.split('\n').map(parse) : [whole];
}

/** Reads bodies of JSON for the maker's field, or fields, for the visitor. */
export function inBody(...fields: readonly string[]): (exchange: Exchange) => Collected {
  const keys = new Set(fields);
  return ({ body }) => {
    const { form, text } = textOf(body);
    return { form, ids: stringsUnder(documentsIn(text), keys), events: [] };
  };
}

/** Reads addresses for the maker's parameter for the visitor. */
export function inAddress(parameter: string): (exchange: Exchange) => Collected {
  return ({ url }) => {
    const id = url.searchParams.get(parameter);
    return { form: 'address', ids: id === null ? [] : [id], events: [] };
  };
}

/** Thanks, and nothing more. */
export function thanks(): Reply {
  return jsonReply({ success: true });
}

export function plainThanks(): Reply {
  return fileReply('text/plain', 'ok', 'no-store');
}
