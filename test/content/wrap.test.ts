import { describe, expect, it } from 'vitest';
import { wrapMethod, wrapSetter } from '#content/hooks/wrap.ts';

/** An object of the page with one method, as the browser makes them. */
function shelf() {
  const items: unknown[] = [];
  return {
    items,
    put(item: unknown, _where?: unknown): string {
      if (item === 'refused') throw new TypeError('not this');
      items.push(item);
      return `put ${String(item)} on ${this === undefined ? 'nothing' : 'it'}`;
    },
  };
}

describe('a method that tells of its calls', () => {
  it('has the name, the number of parameters and the property’s manners of the one before', () => {
    const [plain, watched] = [shelf(), shelf()];
    wrapMethod(watched, 'put', { before: () => undefined });
    const [before, after] = [plain, watched].map((of) => Object.getOwnPropertyDescriptors(of).put);
    expect(after).toEqual({ ...before, value: after?.value });
    expect(Object.getOwnPropertyDescriptors(after?.value)).toEqual(Object.getOwnPropertyDescriptors(before?.value));
  });

  it('does what it did: same object, same arguments, same result', () => {
    const watched = shelf();
    const heard: unknown[] = [];
    wrapMethod(watched, 'put', {
      before: (self, args) => heard.push(['before', self === watched, ...args, watched.items.length]),
      after: (args) => heard.push(['after', ...args, watched.items.length]),
    });
    expect(watched.put('amp', 'left')).toBe('put amp on it');
    expect(heard).toEqual([
      ['before', true, 'amp', 'left', 0],
      ['after', 'amp', 'left', 1],
    ]);
  });

  it('fails as it failed, and is not told as done', () => {
    const watched = shelf();
    const heard: unknown[] = [];
    wrapMethod(watched, 'put', { after: () => heard.push('after') });
    expect(() => watched.put('refused')).toThrow(new TypeError('not this'));
    expect(heard).toEqual([]);
  });

  it('works on where what listens fails over the page’s own objects', () => {
    const watched = shelf();
    wrapMethod(watched, 'put', {
      before: (_self, [item]) => void (item as { credentials: unknown }).credentials,
      after: () => {
        throw new Error('ours');
      },
    });
    const trap = {
      get credentials(): never {
        throw new Error('the page’s');
      },
      toString: () => 'trap',
    };
    expect(watched.put(trap)).toBe('put trap on it');
  });

  it('is left out where the browser has no such method', () => {
    const watched = { ...shelf(), put: undefined };
    wrapMethod(watched, 'put', {});
    wrapMethod(watched, 'take', {});
    expect(watched.put).toBeUndefined();
    expect('take' in watched).toBe(false);
  });
});

describe('a property that tells of what is written to it', () => {
  function page() {
    const lines: string[] = [];
    const owner = {
      get cookie(): string {
        return lines.join('; ');
      },
      set cookie(line: unknown) {
        if (line === 'refused') throw new TypeError('sandboxed');
        lines.push(String(line));
      },
    };
    return { lines, owner };
  }

  it('has its getter, and a setter of the name and length of the one before', () => {
    const { owner } = page();
    const before = Object.getOwnPropertyDescriptors(owner).cookie;
    wrapSetter(owner, 'cookie', () => undefined);
    const after = Object.getOwnPropertyDescriptors(owner).cookie;
    expect(after).toEqual({ ...before, set: after.set });
    expect(after.set).not.toBe(before.set);
    expect(Object.getOwnPropertyDescriptors(after.set)).toEqual(Object.getOwnPropertyDescriptors(before.set));
    expect(Object.getOwnPropertyDescriptors(after.set)).toMatchObject({ name: { value: 'set cookie' } });
  });

  it('takes what it took, reading the page’s object once, and then tells', () => {
    const { lines, owner } = page();
    const heard: unknown[] = [];
    let reads = 0;
    wrapSetter(owner, 'cookie', (value) => heard.push([typeof value, lines.length]));
    owner.cookie = 'hvid=1';
    owner.cookie = { toString: () => `n=${(reads += 1)}` };
    expect(lines).toEqual(['hvid=1', 'n=1']);
    expect(heard).toEqual([
      ['string', 1],
      ['object', 2],
    ]);
  });

  it('refuses what it refused, and tells nothing then', () => {
    const { owner } = page();
    const heard: unknown[] = [];
    wrapSetter(owner, 'cookie', (value) => heard.push(value));
    expect(() => (owner.cookie = 'refused')).toThrow('sandboxed');
    expect(heard).toEqual([]);
  });
});
