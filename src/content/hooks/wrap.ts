import { natives } from '../natives.ts';

/**
 * Runs what we look at. Arguments are the page's own objects, whose getters may throw: that must not reach the page's
 * call, which would then fail where it worked without us.
 */
function unheard(look: () => void): void {
  try {
    look();
  } catch (error) {
    void error;
  }
}

type Method = (this: unknown, ...args: never[]) => unknown;

/**
 * Lets a method tell of its calls. The call itself goes through untouched: same arguments, same result, same errors;
 * name and length stay.
 */
export function wrapMethod(
  owner: object,
  name: string,
  {
    before,
    after,
  }: { before?: (self: unknown, args: readonly unknown[]) => void; after?: (args: readonly unknown[]) => void },
): void {
  const descriptor = natives.describe(owner, name);
  const native: unknown = descriptor?.value;
  if (descriptor === undefined || typeof native !== 'function') return;
  const method = native as Method;
  const wrapped = {
    [name](this: unknown, ...args: unknown[]): unknown {
      if (before !== undefined) unheard(() => before(this, args));
      const result = natives.apply(method, this, args);
      if (after !== undefined) unheard(() => after(args));
      return result;
    },
  }[name];
  natives.define(wrapped as object, 'length', { value: method.length, configurable: true });
  natives.define(owner, name, { ...descriptor, value: wrapped });
}

/** Lets a property tell of what is written to it. */
export function wrapSetter(owner: object, name: string, after: (value: unknown) => void): void {
  const descriptor = natives.describe(owner, name);
  const native = descriptor?.set;
  if (descriptor === undefined || native === undefined) return;
  const { set } = {
    set(this: unknown, value: unknown) {
      natives.apply(native, this, [value]);
      unheard(() => after(value));
    },
  };
  natives.define(set, 'name', { value: native.name, configurable: true });
  natives.define(owner, name, { ...descriptor, set });
}
