import { parseSync, Visitor } from 'vite';

/** The part of a node of the syntax that is looked at. */
interface Node {
  readonly type: string;
  readonly start: number;
  readonly name?: string;
  readonly value?: unknown;
  readonly object?: Node;
  readonly property?: Node;
  readonly computed?: boolean;
}

/** Names under which the language, or a worker, makes code of a text. */
const MAKERS: ReadonlySet<string> = new Set(['eval', 'Function', 'importScripts']);
const TIMERS: ReadonlySet<string> = new Set(['setTimeout', 'setInterval']);
const GLOBALS: ReadonlySet<string> = new Set(['globalThis', 'window', 'self', 'top', 'parent', 'frames']);

function textOf({ type, value }: Node): string | null {
  return type === 'Literal' && typeof value === 'string' ? value : null;
}

/** What a node is called by, as a name or as a property. */
function nameOf(node: Node): string | null {
  if (node.type === 'Identifier') return node.name ?? null;
  if (node.type !== 'MemberExpression' || node.property === undefined) return null;
  return node.computed === true ? textOf(node.property) : (node.property.name ?? null);
}

function isText({ type, value }: Node): boolean {
  return type === 'TemplateLiteral' || (type === 'Literal' && typeof value === 'string');
}

/** A file of the same package, by a path that begins there. */
function isBeside(of: Node): boolean {
  return /^(?:\.{1,2})?\/(?!\/)/u.test(textOf(of) ?? '');
}

/**
 * Every place of a script at which it could run a text, or a script of elsewhere, as far as its syntax tells it:
 *
 * - `eval`, `Function` or `importScripts`, called, made new, or taken as a value (`Function.call` and the like, and
 *   `instanceof Function`, pass); the same as a property that is called, or that is read of the global object;
 * - a constructor called through `.constructor`, but of `this`;
 * - `setTimeout` or `setInterval` with a text; `createElement('script')`;
 * - an `import` of anything but a file of the package, by its path.
 *
 * Values are not followed: what is put together at run time is for the policy of the extension, which the browser executes.
 */
export function codeFromText(source: string): readonly string[] {
  const { program, errors } = parseSync('script.js', source);
  if (errors.length > 0) throw new Error(`It cannot be parsed: ${errors[0]?.message}`);
  const found = new Map<number, string>();
  const harmless = new Set<number>();

  const called = (callee: Node, given: readonly Node[]): void => {
    const name = nameOf(callee);
    const [first] = given;
    if (name === null) return;
    const isMember = callee.type === 'MemberExpression';
    if (isMember && MAKERS.has(name)) found.set(callee.start, `.${name}()`);
    if (isMember && name === 'constructor' && callee.object?.type !== 'ThisExpression')
      found.set(callee.start, '.constructor()');
    if (first === undefined) return;
    if (TIMERS.has(name) && isText(first)) found.set(callee.start, `${name} of a text`);
    if (name === 'createElement' && textOf(first)?.toLowerCase() === 'script')
      found.set(callee.start, 'a script element');
  };
  const imported = (of: Node | null): void => {
    if (of !== null && !isBeside(of)) found.set(of.start, 'an import of elsewhere');
  };

  new Visitor({
    BinaryExpression: ({ operator, right }) => {
      if (operator === 'instanceof') harmless.add(right.start);
    },
    MemberExpression: (node) => {
      const { object, property, computed } = node;
      const name = nameOf(node as Node);
      if (!computed) harmless.add(property.start);
      if (name !== 'constructor' && nameOf(object as Node) === 'Function') harmless.add(object.start);
      if (name !== null && MAKERS.has(name) && GLOBALS.has(nameOf(object as Node) ?? ''))
        found.set(node.start, `.${name}`);
    },
    ObjectExpression: ({ properties }) => {
      for (const one of properties)
        if (one.type === 'Property' && !one.computed && !one.shorthand) harmless.add(one.key.start);
    },
    MethodDefinition: ({ key, computed }) => {
      if (!computed) harmless.add(key.start);
    },
    Identifier: ({ name, start }) => {
      if (MAKERS.has(name) && !harmless.has(start)) found.set(start, name);
    },
    CallExpression: ({ callee, arguments: given }) => called(callee as Node, given as Node[]),
    NewExpression: ({ callee, arguments: given }) => called(callee as Node, given as Node[]),
    ImportExpression: ({ source: of }) => imported(of as Node),
    ImportDeclaration: ({ source: of }) => imported(of),
    ExportAllDeclaration: ({ source: of }) => imported(of),
    ExportNamedDeclaration: ({ source: of }) => imported(of),
  }).visit(program);
  return [...found].map(([at, what]) => `${what} at ${at}`);
}
