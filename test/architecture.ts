import { readdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join, normalize, relative } from 'node:path';
import { parseSync } from 'vite';

/** A source file by its path in the repository. */
export interface Source {
  readonly path: string;
  readonly text: string;
}

/** What a room may import, and the rooms of which it may know the types alone. */
interface May {
  readonly rooms: readonly string[];
  readonly typesOf?: readonly string[];
}

const PURE = ['core', 'identify', 'decode', 'follow', 'consent'] as const;

/** Who may import whom. A room may always import itself. */
export const ROOMS: Readonly<Record<string, May>> = {
  core: { rooms: [] },
  identify: { rooms: ['core'] },
  decode: { rooms: ['core'] },
  follow: { rooms: ['core'] },
  consent: { rooms: ['core'] },
  browser: { rooms: ['core'] },
  ui: { rooms: ['core'] },
  messages: { rooms: [...PURE, 'browser'] },
  observe: { rooms: [...PURE, 'browser'], typesOf: ['messages'] },
  store: { rooms: [...PURE, 'browser'] },
  enforce: { rooms: [...PURE, 'browser'] },
  content: { rooms: [...PURE, 'messages'] },
  card: { rooms: ['core', 'messages', 'ui'] },
  popup: { rooms: ['core', 'messages', 'ui'] },
  options: { rooms: ['core', 'messages', 'ui'] },
  background: { rooms: [...PURE, 'browser', 'messages', 'observe', 'store', 'enforce', 'content', 'card'] },
};

const VIEWS = ['src/ui/', 'src/card/', 'popup/', 'options/'];

/** Which library may be imported where: by the beginning of a file's path. */
export const LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  'tldts-experimental': ['src/core/site.ts'],
  'webextension-polyfill': ['src/browser/'],
  // The engine that answers banners: in the script for pages that is registered for it, and in the background.
  '@duckduckgo/autoconsent': ['src/content/banner', 'src/background/banners/', 'src/messages/banner.ts'],
  '@duckduckgo/autoconsent/rules/compact-rules.json?url': ['src/background/banners/'],
  dexie: ['src/store/'],
  '@noble/hashes/legacy.js': ['src/follow/'],
  '@noble/hashes/sha2.js': ['src/follow/'],
  fflate: ['src/decode/body/'],
  preact: VIEWS,
  'preact/hooks': VIEWS,
  '@preact/signals': VIEWS,
  lucide: VIEWS,
};

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /^(?:utils?|helpers?|commons?|misc|lib|managers?|services?|index)$/iu;

/** What the pure rooms must not reach for: a browser, a clock, chance, time that passes. */
const IMPURE = new Set([
  'chrome',
  'browser',
  'window',
  'document',
  'navigator',
  'location',
  'localStorage',
  'sessionStorage',
  'indexedDB',
  'fetch',
  'setTimeout',
  'setInterval',
  'performance',
  'crypto',
  'Promise',
]);

/** The two files that may make a network request, each for a press, and the names that make one. */
const ASKS: readonly string[] = ['src/browser/visit-without-cookies.ts', 'src/browser/ask-for-gpc.ts'];
/** Fetches files of the extension's own package, which is no network request. */
const READS_PACKAGE = 'src/browser/packaged.ts';
const ASKING = new Set(['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'sendBeacon']);

const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);

interface Node {
  readonly type: string;
  readonly [field: string]: unknown;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

function* nodesIn(value: unknown): Generator<Node> {
  if (Array.isArray(value)) {
    for (const one of value) yield* nodesIn(one);
    return;
  }
  if (!isNode(value)) return;
  yield value;
  for (const field of Object.values(value)) if (typeof field === 'object') yield* nodesIn(field);
}

const IMPORTS = new Set([
  'ImportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'ImportExpression',
  'TSImportType',
]);

interface Import {
  /** `null` where it is worked out when the program runs. */
  readonly from: string | null;
  readonly typesOnly: boolean;
}

function importOf(node: Node): Import | undefined {
  if (!IMPORTS.has(node.type)) return undefined;
  const { source } = node;
  if (!isNode(source)) return node.type === 'ExportNamedDeclaration' ? undefined : { from: null, typesOnly: false };
  const from = typeof source['value'] === 'string' ? source['value'] : null;
  const kind = node['importKind'] ?? node['exportKind'];
  return { from, typesOnly: node.type === 'TSImportType' || kind === 'type' };
}

/** The room a file is in: `core` for `src/core/site.ts`, `popup` for `popup/app.tsx`. */
function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'src' ? second : first;
}

function judgeRoom(path: string, target: string, typesOnly: boolean): string | undefined {
  const here = roomOf(path);
  const may = ROOMS[here];
  if (may === undefined) return `${here} is no room`;
  if (target === here || may.rooms.includes(target)) return undefined;
  if (typesOnly && may.typesOf?.includes(target)) return undefined;
  return `${here} may not import ${target}`;
}

function judgeImport(path: string, { from, typesOnly }: Import): string | undefined {
  if (from === null) return 'an import must be written out';
  if (from.startsWith('#')) return judgeRoom(path, from.slice(1).split('/')[0] ?? '', typesOnly);
  if (from.startsWith('.')) {
    if (from.startsWith('../..')) return `${from} climbs too far: across rooms it is #room/file.ts`;
    const target = roomOf(normalize(join(dirname(path), from)));
    return target === roomOf(path) ? undefined : `${from} leaves its room: across rooms it is #room/file.ts`;
  }
  const places = LIBRARIES[from];
  if (places === undefined) return `${from} is no library that is known here`;
  return places.some((place) => path.startsWith(place)) ? undefined : `${from} belongs in ${places.join(', ')}`;
}

/** The name of an identifier; empty for any other node. */
function name(value: unknown): string {
  return isNode(value) && typeof value['name'] === 'string' ? value['name'] : '';
}

/** What in an expression a pure room may not use. */
function impurityOf(node: Node): string | undefined {
  if (node.type === 'MemberExpression') {
    const member = `${name(node['object'])}.${name(node['property'])}`;
    if (IMPURE_MEMBERS.has(member)) return member;
    return IMPURE.has(name(node['object'])) ? name(node['object']) : undefined;
  }
  if (node.type === 'CallExpression' && IMPURE.has(name(node['callee']))) return name(node['callee']);
  if (node.type === 'NewExpression') {
    const { arguments: given } = node;
    if (name(node['callee']) === 'Date' && Array.isArray(given) && given.length === 0) return 'new Date()';
    return IMPURE.has(name(node['callee'])) ? name(node['callee']) : undefined;
  }
  return node.type === 'AwaitExpression' || node['async'] === true ? 'a promise' : undefined;
}

/** What makes a network request: a call of `fetch`, a beacon, an old request or a line held open. */
function askedBy(node: Node): string | undefined {
  if (node.type !== 'CallExpression' && node.type !== 'NewExpression') return undefined;
  const { callee } = node;
  const called = isNode(callee) && callee.type === 'MemberExpression' ? name(callee['property']) : name(callee);
  return ASKING.has(called) ? called : undefined;
}

function isBarrel(body: unknown): boolean {
  const statements = Array.isArray(body) ? body.filter(isNode) : [];
  return (
    statements.length > 0 && statements.every((one) => importOf(one) !== undefined && one.type.startsWith('Export'))
  );
}

/** Everything in a file that the house rules forbid, each as `path: what`. */
export function breachesOf({ path, text }: Source): readonly string[] {
  const { program, errors } = parseSync(path, text);
  const found: (string | undefined)[] = errors.map(({ message }) => message);
  const room = roomOf(path);
  const pure = (PURE as readonly string[]).includes(room);
  for (const node of nodesIn(program)) {
    const imported = importOf(node);
    if (imported !== undefined) found.push(judgeImport(path, imported));
    const impurity = pure ? impurityOf(node) : undefined;
    if (impurity !== undefined) found.push(`${room} is pure, and may not use ${impurity}`);
    const asked = ASKS.includes(path) || path === READS_PACKAGE ? undefined : askedBy(node);
    if (asked !== undefined && !pure)
      found.push(`${asked} makes a network request, which only ${ASKS.join(' and ')} may`);
    if (isNode(node['object']) && node['object']['name'] === 'chrome' && room !== 'browser') {
      found.push('chrome.* belongs in src/browser/');
    }
  }
  if (isBarrel(program.body)) found.push('a file that only passes on what others export');
  const empty = path.split('/').find((part) => EMPTY_NAMES.test(basename(part).replace(/\..*$/u, '')));
  if (empty !== undefined) found.push(`“${empty}” does not say what is in it`);
  return found.filter((one) => one !== undefined).map((what) => `${path}: ${what}`);
}

/** The path of the file an import names; `null` for a library. */
function fileOf(path: string, from: string): string | null {
  if (from.startsWith('#')) return `src/${from.slice(1)}`;
  return from.startsWith('.') ? normalize(join(dirname(path), from)) : null;
}

/** The libraries that a file brings with it, by whatever it imports in turn; an import of types brings nothing. */
export function librariesBroughtBy(entry: string, sources: readonly Source[]): ReadonlySet<string> {
  const texts = new Map(sources.map(({ path, text }) => [path, text]));
  const libraries = new Set<string>();
  const reached = new Set([entry]);
  for (const path of reached) {
    const { program } = parseSync(path, texts.get(path) ?? '');
    for (const node of nodesIn(program)) {
      const imported = importOf(node);
      if (imported === undefined || imported.from === null || imported.typesOnly) continue;
      const file = fileOf(path, imported.from);
      if (file === null) libraries.add(imported.from);
      else reached.add(file);
    }
  }
  return libraries;
}

/** Every TypeScript file below some folders of a repository. */
export function readSources(root: string, folders: readonly string[]): readonly Source[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name))
      .map((entry) => {
        const path = join(entry.parentPath, entry.name);
        return { path: relative(root, path), text: readFileSync(path, 'utf8') };
      }),
  );
}

export function linesOf({ text }: Source): number {
  return text.split('\n').length - (text.endsWith('\n') ? 1 : 0);
}

/** The middle value; of an even count the higher of the two in the middle. */
export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
