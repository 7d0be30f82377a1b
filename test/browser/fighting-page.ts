/* oxlint-disable no-extend-native -- written as a page would */

/**
 * What a page can try to get a number through, or a function of ours into its hands. Run in the page's own world, so it
 * reaches nothing outside. `seen` is what it got.
 */
export function fight(): {
  readonly seen: readonly unknown[];
  readonly tries: number;
  readonly names: readonly string[];
} {
  const seen: unknown[] = [];
  const write = (way: string): void => {
    const value = crypto.randomUUID();
    document.cookie = `visitor_${way}=${value}; Path=/; Max-Age=31536000`;
    localStorage.setItem(`visitor_${way}`, value);
    localStorage[`visitor_${way}_too`] = value;
  };
  // The functions on a stack.
  const errors = Error as unknown as { prepareStackTrace: unknown };
  errors.prepareStackTrace = (_error: unknown, sites: readonly { getFunction: () => unknown }[]) => {
    for (const site of sites) if (site.getFunction() !== undefined) seen.push('a function');
    throw new Error('no stack');
  };
  write('stack');
  errors.prepareStackTrace = undefined;
  // The end of the stack, where anything may fail in the middle.
  let tries = 0;
  const deeper = (): void => {
    try {
      deeper();
    } catch (error) {
      void error;
    }
    if (tries === 300) return;
    tries += 1;
    try {
      write('deep');
    } catch (error) {
      void error;
    }
  };
  deeper();
  // What objects and lists inherit.
  const fields = ['getPrototypeOf', 'apply', 'raw', 'held', 'remove', 'store', 'line', 'detail', 'bubbles', 'composed'];
  for (const field of fields) {
    const trap = Object.create(null) as PropertyDescriptor;
    trap.configurable = true;
    trap.get = function get(this: unknown): undefined {
      if (typeof this === 'object' && this !== null && !(this instanceof Object)) seen.push(field);
      return undefined;
    };
    Object.defineProperty(Object.prototype, field, trap);
  }
  const iterate = Object.getOwnPropertyDescriptor(Array.prototype, Symbol.iterator) as PropertyDescriptor;
  Object.defineProperty(Array.prototype, 0, {
    configurable: true,
    set: (value: unknown) => {
      seen.push(typeof value);
    },
  });
  Object.defineProperty(Array.prototype, Symbol.iterator, {
    configurable: true,
    value: () => {
      seen.push('a list');
      return [];
    },
  });
  try {
    write('inherited');
    void [document.cookie, Object.keys(localStorage), localStorage.length];
  } finally {
    Object.defineProperty(Array.prototype, Symbol.iterator, iterate);
    Reflect.deleteProperty(Array.prototype, 0);
    for (const field of fields) Reflect.deleteProperty(Object.prototype, field);
  }
  // The line to the watcher.
  for (const theirs of [window, document.body.appendChild(document.createElement('iframe')).contentWindow as Window]) {
    theirs.addEventListener('known-as:hold-here', () => seen.push('the line'));
    theirs.dispatchEvent(new Event('known-as:hold-hello'));
  }
  return { seen, tries, names: Object.keys(globalThis).filter((name) => /hold|known/iu.test(name)) };
}
