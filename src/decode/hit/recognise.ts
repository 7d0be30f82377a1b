import { find, findText } from './layers.ts';
import type { HitKind, OpenHit, Vendor, When } from './vendor.ts';

/** A sort of hit, and whose it is. */
export interface Recognised {
  readonly vendor: Vendor;
  readonly kind: HitKind;
  readonly by: 'shape' | 'host';
}

/** Who knows which requests are whose. */
export interface Recogniser {
  /**
   * Whether a request may be somebody's hit, by its address alone: what is not need not be opened. Cheap, since every
   * request of the browser is asked about.
   */
  readonly mayBeHit: (url: string, hasBody: boolean) => boolean;
  /** Whose it is; `null`: nobody's that is known. */
  readonly whose: (hit: OpenHit) => Recognised | null;
  /** To whose own host it goes. */
  readonly ofHost: (host: string) => Vendor | null;
}

/** Whether a host is this one, or below it. */
function isHostOf(host: string, own: string): boolean {
  return host === own || host.endsWith(`.${own}`);
}

function fits(text: string | undefined, wanted: RegExp | true): boolean {
  return text !== undefined && (wanted === true || wanted.test(text));
}

function hasQuery({ query, matrix }: OpenHit, wanted: NonNullable<When['query']>): boolean {
  return Object.entries(wanted).every(([name, pattern]) => fits(query[name] ?? matrix[name], pattern));
}

function hasBody({ layers }: OpenHit, wanted: NonNullable<When['body']>): boolean {
  const body = layers.filter(({ part }) => part === 'body');
  return Object.entries(wanted).every(([way, pattern]) =>
    pattern === true ? find(body, way) !== undefined : fits(findText(body, way), pattern),
  );
}

function goesTo(host: string, { hosts }: Vendor, { host: wanted }: When): boolean {
  if (wanted === undefined) return true;
  return wanted === 'own' ? hosts.some((own) => isHostOf(host, own)) : wanted.test(host);
}

function holds(hit: OpenHit, vendor: Vendor, { when }: HitKind): boolean {
  const { url, body } = hit;
  return (
    goesTo(url.hostname, vendor, when) &&
    (when.path?.test(url.pathname) ?? true) &&
    (when.hasBody === undefined || when.hasBody === body.size > 0) &&
    (when.query === undefined || hasQuery(hit, when.query)) &&
    (when.body === undefined || hasBody(hit, when.body))
  );
}

/** How much has to hold: of two shapes that fit, the one that asks for more is the more certain. */
function strictness({ path, query, body, hasBody: sized }: When): number {
  const named = Object.keys(query ?? {}).length + Object.keys(body ?? {}).length;
  return named * 2 + (path === undefined ? 0 : 1) + (sized === undefined ? 0 : 1);
}

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');
}

/** What an address must look like to be that of a shape without a host. */
interface AddressShape {
  /** As they stand before their values. */
  readonly names: readonly string[];
  readonly path: RegExp | null;
}

function addressShapes(kinds: readonly When[]): readonly AddressShape[] {
  return kinds
    .filter(({ body, hasBody: sized }) => body === undefined && sized !== true)
    .map(({ query, path }) => ({ names: Object.keys(query ?? {}).map((name) => `${name}=`), path: path ?? null }));
}

/** One pattern for many; of nothing where there is none. */
function anyOf(sources: readonly string[]): RegExp {
  return new RegExp(sources.length === 0 ? '(?!)' : [...new Set(sources)].map((one) => `(?:${one})`).join('|'), 'iu');
}

/** Tells addresses that may be those of shapes, most of which have nothing of the kind in them. */
function addressTest(kinds: readonly When[]): (url: string) => boolean {
  const all = addressShapes(kinds);
  const [byName, byPath] = [all.filter(({ names }) => names.length > 0), all.filter(({ names }) => names.length === 0)];
  const first = anyOf(byName.map(({ names: [name = ''] }) => `[?&;]${escaped(name)}`));
  const paths = anyOf(byPath.flatMap(({ path }) => (path === null ? [] : [path.source])));
  return (url) =>
    (first.test(url) &&
      byName.some(
        ({ names, path }) => names.every((name) => url.includes(name)) && (path === null || path.test(pathIn(url))),
      )) ||
    paths.test(pathIn(url));
}

/** The path in an address, without parsing all of it. */
function pathIn(url: string): string {
  const start = url.indexOf('/', url.indexOf('://') + 3);
  if (start === -1) return '/';
  const rest = url.slice(start, start + 4096);
  const end = rest.search(/[?#]/u);
  return end === -1 ? rest : rest.slice(0, end);
}

/** The host in an address, without parsing all of it. */
function hostIn(url: string): string {
  const start = url.indexOf('://') + 3;
  const rest = url.slice(start, start + 260);
  const end = rest.search(/[/?#:]/u);
  return end === -1 ? rest : rest.slice(0, end);
}

/** Learns the vendors. */
export function recogniser(vendors: readonly Vendor[]): Recogniser {
  const byHost = new Map(vendors.flatMap((vendor) => vendor.hosts.map((host) => [host, vendor] as const)));
  const all = vendors.flatMap((vendor) => vendor.hits.map((kind) => ({ vendor, kind })));
  const toHosts = all.filter(({ kind }) => kind.when.host !== undefined);
  const shapes = all
    .filter(({ kind }) => kind.when.host === undefined)
    .toSorted((a, b) => strictness(b.kind.when) - strictness(a.kind.when));
  const elsewhere = toHosts.filter(({ kind }) => kind.when.host !== 'own');
  const looksLikeShape = addressTest(shapes.map(({ kind }) => kind.when));

  const ofHost = (host: string): Vendor | null => {
    for (let at = 0; ;) {
      const vendor = byHost.get(host.slice(at));
      if (vendor !== undefined) return vendor;
      const dot = host.indexOf('.', at);
      if (dot === -1) return null;
      at = dot + 1;
    }
  };
  return {
    ofHost,
    mayBeHit: (url, withBody) => {
      if (withBody) return true;
      const host = hostIn(url);
      return (
        ofHost(host) !== null ||
        looksLikeShape(url) ||
        elsewhere.some(({ kind }) => kind.when.host instanceof RegExp && kind.when.host.test(host))
      );
    },
    whose: (hit) => {
      const { hostname } = hit.url;
      const owner = ofHost(hostname);
      const own = owner?.hits.find((kind) => holds(hit, owner, kind));
      if (owner !== null && own !== undefined)
        return { vendor: owner, kind: own, by: own.when.host === undefined ? 'shape' : 'host' };
      const named = elsewhere.find(({ vendor, kind }) => holds(hit, vendor, kind));
      if (named !== undefined) return { ...named, by: 'host' };
      const shape = shapes.find(({ vendor, kind }) => holds(hit, vendor, kind));
      return shape === undefined ? null : { ...shape, by: 'shape' };
    },
  };
}
