import { describe, expect, test } from 'vitest';
import { byDay, folded } from '#ui/fold.ts';
import { NOW } from './actors.ts';
import { request, search, toldTo, visit } from './lines.ts';

const MINUTE_START = Math.floor(NOW / 60_000) * 60_000;

describe('the record', () => {
  test('tells requests to one recipient within one minute as one', () => {
    const lines = [3, 2, 1].map((second) => request(MINUTE_START + second, 'bluebird-metrics.example'));
    expect(folded(lines)).toEqual([{ key: lines[2]?.id, line: lines[0], lines }]);
  });

  test('keeps apart what went to others or in another minute, but not what had something between', () => {
    const lines = [
      request(MINUTE_START + 3, 'bluebird-metrics.example'),
      request(MINUTE_START + 2, 'adlantern.example'),
      search(MINUTE_START + 1, 'headphones'),
      request(MINUTE_START, 'adlantern.example'),
      request(MINUTE_START - 1, 'adlantern.example'),
    ];
    expect(folded(lines)).toHaveLength(4);
  });

  test('tells what a vendor was told in one minute by what says most, and the rest with it', () => {
    const lines = [
      toldTo(MINUTE_START + 6, { deed: 'time' }),
      toldTo(MINUTE_START + 5, { deed: 'search' }),
      toldTo(MINUTE_START + 4, { deed: 'scroll' }),
      visit(MINUTE_START + 3, 'Hi-fi', 1),
      toldTo(MINUTE_START + 2, { deed: 'page-view' }),
      toldTo(MINUTE_START + 1, { deed: 'page-view' }, { host: 'metrics.example' }),
      toldTo(MINUTE_START, { deed: 'page-view' }, { arrival: 'never' }),
    ];
    expect(folded(lines).map((entry) => entry.lines.length)).toEqual([3, 1, 1, 1, 1]);
  });

  test('an entry keeps its key while newer requests join it, so that it stays open', () => {
    const first = request(MINUTE_START, 'bluebird-metrics.example');
    const second = request(MINUTE_START + 1, 'bluebird-metrics.example');
    expect(folded([second, first])[0]?.key).toBe(folded([first])[0]?.key);
  });

  test('goes by the day, newest first', () => {
    const entries = folded([visit(NOW, 'Hi-fi', 1), search(NOW - 1, 'a'), visit(NOW - 86_400_000, 'Support', 1)]);
    expect(byDay(entries).map((day) => day.entries.length)).toEqual([2, 1]);
  });
});
