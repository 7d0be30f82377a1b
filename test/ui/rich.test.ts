import * as fc from 'fast-check';
import { type ComponentChild, isValidElement } from 'preact';
import { describe, expect, test } from 'vitest';
import { parseRich } from '#ui/rich.ts';

const nothing = () => undefined;
const stands = (character: string) => (character === '\ue000' ? { node: 'halden' } : undefined);
const plain = (text: string) => text.replaceAll(/<\/?b>|[[\]]/gu, '');

/** What a list of nodes says, its bold parts in brackets. */
function said(nodes: unknown): string {
  if (Array.isArray(nodes)) return nodes.map(said).join('');
  if (isValidElement(nodes)) return `[${said((nodes.props as { children?: ComponentChild }).children)}]`;
  return typeof nodes === 'string' ? nodes : '';
}

/** Every kind of element in a list of nodes. */
function elements(nodes: unknown): readonly unknown[] {
  if (Array.isArray(nodes)) return nodes.flatMap(elements);
  return isValidElement(nodes) ? [nodes.type, ...elements((nodes.props as { children?: unknown }).children)] : [];
}

describe('a text with bold parts', () => {
  test('has its bold parts, and its words in order', () => {
    expect(said(parseRich('since <b>3 March</b>, when <b>its server</b> did', nothing))).toBe(
      'since [3 March], when [its server] did',
    );
  });

  test('takes nodes where something stands for them, inside bold too', () => {
    expect(said(parseRich('\ue000 and <b>\ue000</b>', stands))).toBe('halden and [halden]');
  });

  test.each(['<i>a</i>', '<b>never closed', 'a</b>b', '<script>x</script>', '<B>a</B>', '<b onclick=x>a'])(
    'leaves %s as text',
    (text) => {
      const nodes = parseRich(text, nothing);
      expect(said(nodes)).toBe(text);
      expect(elements(nodes)).toEqual([]);
    },
  );

  test('makes nothing but bold, and loses no character, whatever it is given', () => {
    const pieces = fc.array(fc.oneof(fc.constantFrom('<b>', '</b>', '<img onerror=x>', '&lt;'), fc.string()));
    fc.assert(
      fc.property(pieces, (parts) => {
        const nodes = parseRich(parts.join(''), nothing);
        expect(elements(nodes).filter((type) => type !== 'b')).toEqual([]);
        expect(plain(said(nodes))).toBe(plain(parts.join('')));
      }),
    );
  });
});
