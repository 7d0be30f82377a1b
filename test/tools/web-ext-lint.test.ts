import { describe, expect, it } from 'vitest';
import { judgeWarnings, parseLint } from '../../tools/web-ext-lint.ts';

const WARNING = { code: 'UNSAFE_VAR_ASSIGNMENT', message: 'Unsafe assignment', file: 'assets/sheet-1a2b.js', line: 1 };
const ALLOWED = { code: 'UNSAFE_VAR_ASSIGNMENT', file: 'assets/sheet-', reason: 'Not ours.' };

describe('the add-on linter’s report', () => {
  it('is in order where each warning is on the list and each entry is needed', () => {
    expect(judgeWarnings({ errors: [], warnings: [WARNING] }, [ALLOWED])).toEqual([]);
  });

  it.each([
    ['an error', { errors: [WARNING], warnings: [WARNING] }, [ALLOWED], 'error: UNSAFE'],
    ['a warning that is not on the list', { errors: [], warnings: [WARNING] }, [], 'not on the list: UNSAFE'],
    [
      'one in another file',
      { errors: [], warnings: [WARNING, { ...WARNING, file: 'assets/main.js' }] },
      [ALLOWED],
      'main',
    ],
    ['an entry that nothing needs', { errors: [], warnings: [] }, [ALLOWED], 'not needed any more'],
    [
      'an entry without a reason',
      { errors: [], warnings: [WARNING] },
      [{ ...ALLOWED, reason: ' ' }],
      'without a reason',
    ],
  ])('is not with %s', (_, report, list, complaint) => {
    expect(judgeWarnings(report, list)).toEqual([expect.stringContaining(complaint)]);
  });

  it('is an error where there is none', () => {
    expect(parseLint('cannot start').errors).toEqual([{ code: 'NO_REPORT', message: 'cannot start' }]);
    expect(parseLint('note\n{"errors":[],"warnings":[]}')).toEqual({ errors: [], warnings: [] });
  });
});
