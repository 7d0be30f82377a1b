import { describe, expect, it } from 'vitest';
import { matchPattern, pageScriptChange, type PageScriptPlan, wantedPageScripts } from '#enforce/page-scripts.ts';

const FILES = { hold: 'hold.js', holdNew: 'hold-new.js', forget: 'forget.js' };
const NOWHERE: PageScriptPlan = { hold: [], holdNew: [], forget: [], everywhere: null };

/** Each registration as `file: matches but not excludes`. */
function wanted(plan: Partial<PageScriptPlan>): readonly string[] {
  return wantedPageScripts({ ...NOWHERE, ...plan }, FILES).map(({ file, matches, excludeMatches }) => {
    const but = excludeMatches.length > 0 ? ` but not ${excludeMatches.join(' ')}` : '';
    return `${file}: ${matches.join(' ')}${but}`;
  });
}

describe('a host’s pattern', () => {
  it.each([
    ['shop.example', '*://*.shop.example/*'],
    ['.Shop.Example.', '*://*.shop.example/*'],
    ['xn--bcher-kva.example', '*://*.xn--bcher-kva.example/*'],
    ['localhost', '*://*.localhost/*'],
    ['192.0.2.7', '*://192.0.2.7/*'],
    ['[2001:db8::1]', '*://[2001:db8::1]/*'],
    ['2001:db8::1', '*://[2001:db8::1]/*'],
  ])('%s is %s', (host, pattern) => {
    expect(matchPattern(host)).toBe(pattern);
  });
});

describe('the scripts that a plan needs', () => {
  it('are none where nothing is held or forgotten', () => {
    expect(wanted({})).toEqual([]);
  });

  it('hold on the hosts that are named, each once, in one order', () => {
    expect(wanted({ hold: ['b.example', 'a.example', 'b.example'] })).toEqual([
      'hold.js: *://*.a.example/* *://*.b.example/*',
    ]);
    expect(wanted({ hold: ['a.example', 'b.example'] })).toEqual(wanted({ hold: ['b.example', 'a.example'] }));
  });

  it('forget nothing where a stored number was allowed by itself', () => {
    expect(wanted({ hold: ['a.example', 'b.example'], holdNew: ['b.example'], forget: ['b.example'] })).toEqual([
      'hold-new.js: *://*.b.example/*',
      'hold.js: *://*.a.example/*',
    ]);
  });

  it('leave a host below another to one script', () => {
    expect(wanted({ hold: ['px.shop.example'], holdNew: ['shop.example'], forget: ['c.example'] })).toEqual([
      'hold-new.js: *://*.shop.example/*',
      'hold.js: *://*.px.shop.example/* but not *://*.shop.example/*',
      'forget.js: *://*.c.example/*',
    ]);
    expect(wanted({ hold: ['px.shop.example'], forget: ['shop.example'] })).toEqual([
      'hold.js: *://*.px.shop.example/*',
      'forget.js: *://*.shop.example/* but not *://*.px.shop.example/*',
    ]);
  });

  it('hold everywhere but where it was decided, or where another script does', () => {
    expect(wanted({ hold: ['a.example'], everywhere: { except: ['c.example'] } })).toEqual([
      'hold.js: *://*.a.example/*',
      'hold-new.js: http://*/* https://*/* but not *://*.a.example/* *://*.c.example/*',
    ]);
  });

  it('forget and hold where a reset is due and all sites are held; only forget where it was decided', () => {
    expect(wanted({ forget: ['a.example', 'c.example'], everywhere: { except: ['c.example'] } })).toEqual([
      'hold.js: *://*.a.example/*',
      'forget.js: *://*.c.example/*',
      'hold-new.js: http://*/* https://*/* but not *://*.a.example/* *://*.c.example/*',
    ]);
  });
});

describe('what to change', () => {
  const plan = (hold: readonly string[]) => wantedPageScripts({ ...NOWHERE, hold }, FILES);

  it('is nothing where the wanted scripts are registered, in whatever order their patterns come back', () => {
    const [script] = plan(['a.example', 'b.example']);
    if (script === undefined) throw new Error('no script');
    const told = { ...script, matches: script.matches.toReversed() };
    expect(pageScriptChange([script], [told])).toEqual({ unregister: [], register: [] });
  });

  it('is to register what is missing, and unregister what is too much', () => {
    const wants = plan(['a.example']);
    expect(pageScriptChange(wants, [])).toEqual({ unregister: [], register: wants });
    expect(pageScriptChange([], wants)).toEqual({ unregister: ['known-as-hold'], register: [] });
  });

  it('is to register anew what changed: its hosts, or its file after an update', () => {
    const [old, wants] = [plan(['a.example']), plan(['a.example', 'b.example'])];
    expect(pageScriptChange(wants, old)).toEqual({ unregister: ['known-as-hold'], register: wants });
    const moved = old.map((script) => ({ ...script, file: 'old-hold.js' }));
    expect(pageScriptChange(old, moved)).toEqual({ unregister: ['known-as-hold'], register: old });
  });

  it('leaves scripts alone that are not ours', () => {
    const other = { id: 'other', file: 'x.js', matches: ['*://*.a.example/*'], excludeMatches: [] };
    expect(pageScriptChange([], [other])).toEqual({ unregister: [], register: [] });
  });
});
