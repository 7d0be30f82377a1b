import { describe, expect, it } from 'vitest';
import { codeFromText } from './code-from-text.ts';

describe('a script that could make code of a text', () => {
  it.each([
    'eval("1")',
    '(0, eval)("1")',
    'const run = eval; run("1")',
    'globalThis.eval("1")',
    'const run = window["eval"]',
    'const { eval: run } = self',
    'frame.eval("1")',
    'new Function("return 1")',
    'Function("return 1")()',
    'const make = Function',
    'Function.constructor("return 1")()',
    '(() => {}).constructor("return 1")()',
    'async function f() {} new f.constructor("return 1")',
    'setTimeout("run()", 1)',
    'window.setInterval(`run(${1})`, 1)',
    'importScripts("https://elsewhere.example/a.js")',
    'import("https://elsewhere.example/a.js")',
    'import("//elsewhere.example/a.js")',
    'import(name)',
    'import "https://elsewhere.example/a.js"',
    'export * from "data:text/javascript,1"',
    'document.createElement("SCRIPT")',
  ])('is found out: %s', (source) => {
    expect(codeFromText(source)).toHaveLength(1);
  });

  it.each([
    'rule.eval && run(rule.eval)',
    '({ eval: 1, Function: 2 })',
    'class Rules { eval() {} }',
    'a instanceof Function',
    'Function.prototype.toString.call(a)',
    'Function.call.bind(a)',
    'class Sum { copy() { return new this.constructor(); } }',
    'setTimeout(() => eval_(), 1)',
    'import("./a.js")',
    'import "/assets/a.js"; export * from "../b.js"',
    'document.createElement("style")',
    '// eval("1")\n"eval(1)"',
  ])('is told from one that could not: %s', (source) => {
    expect(codeFromText(source)).toEqual([]);
  });

  it('that cannot be parsed is no proof', () => {
    expect(() => codeFromText('if (')).toThrow('It cannot be parsed');
  });
});
