import { afterEach, describe, expect, it } from 'vitest';
import { natives } from '#content/natives.ts';
import { runningScript } from '#content/script-of.ts';

const real = natives.Error;

/** The running script, as if the stack at this moment were this. */
function by(stack: unknown): string | null {
  Object.assign(natives, {
    Error: class {
      readonly stack = stack;
    },
  });
  return runningScript();
}

describe('the running script', () => {
  afterEach(() => void Object.assign(natives, { Error: real }));

  it('is the first of the web in a stack of Chromium’s', () => {
    const stack = `Error
    at runningScript (chrome-extension://abcdef/assets/guard.iife.js:1:234)
    at set cookie (chrome-extension://abcdef/assets/guard.iife.js:1:567)
    at Tracker.remember (https://cdn.metrics.example/v2/track.js?site=shop:3:1402)
    at https://shop.example/app.js:10:5`;
    expect(by(stack)).toBe('https://cdn.metrics.example/v2/track.js?site=shop');
  });

  it('is the first of the web in a stack of Firefox’s', () => {
    const stack = `runningScript@moz-extension://8f3c/assets/guard.iife.js:1:234
set cookie@moz-extension://8f3c/assets/guard.iife.js:1:567
remember@https://cdn.metrics.example/v2/track.js:3:1402
@https://shop.example/app.js:10:5
`;
    expect(by(stack)).toBe('https://cdn.metrics.example/v2/track.js');
  });

  it.each([
    ['    at https://shop.example:8443/app.js:10:5', 'https://shop.example:8443/app.js'],
    ['    at remember (http://shop.example/:12:7)', 'http://shop.example/'],
    ['remember@https://shop.example/:12', 'https://shop.example/'],
    ['    at eval (eval at load (https://shop.example/load.js:2:9), <anonymous>:1:1)', 'https://shop.example/load.js'],
  ])('in %j is %s', (line, script) => {
    expect(by(`Error\n${line}`)).toBe(script);
  });

  it.each([['Error\n    at <anonymous>:1:1'], [''], [undefined], [null], [{}], [7]])('in %j is unknown', (stack) => {
    expect(by(stack)).toBeNull();
  });
});
