import { expect, it } from 'vitest';
import { asMarkdown, asText, between, figure, together } from './table.ts';

it.each([
  [0, '0.00'],
  [0.001, '0.00'],
  [0.456, '0.46'],
  [4.5678, '4.57'],
  [10, '10.0'],
  [45.678, '45.7'],
  [456.78, '457'],
  [45_678.9, '45679'],
  [-4.2, '-4.20'],
])('%d is told as %s', (value, told) => {
  expect(figure(value)).toBe(told);
});

it('an interval that is not known is a dash', () => {
  expect(between(null)).toBe('–');
  expect(between({ from: 1, to: 22 })).toBe('1.00 to 22.0');
});

const table = { title: 'Loading', rows: [{ with: 'a|b', ms: '1.00', '95 %': '0.90 to 1.10' }] };

it('a table is printed with its figures to the right', () => {
  expect(asText(table)).toBe('Loading\n\nwith    ms          95 %\n a|b  1.00  0.90 to 1.10');
});

it('in a document figures stand to the right and words to the left', () => {
  expect(asMarkdown(table)).toBe('| with | ms | 95 % |\n| --- | ---: | ---: |\n| a\\|b | 1.00 | 0.90 to 1.10 |');
});

it('tables of one title from both browsers are one, and each row says its browser', () => {
  const of = (browser: string) => ({ browser, tables: [table, { title: browser, rows: [{ ms: '2.00' }] }] });
  expect(together([of('Chromium'), of('Firefox')])).toEqual([
    {
      title: 'Loading',
      rows: [
        { browser: 'Chromium', ...table.rows[0] },
        { browser: 'Firefox', ...table.rows[0] },
      ],
    },
    { title: 'Chromium', rows: [{ browser: 'Chromium', ms: '2.00' }] },
    { title: 'Firefox', rows: [{ browser: 'Firefox', ms: '2.00' }] },
  ]);
});
