import { describe, expect, it } from 'vitest';
import { countReport } from '../../tools/stages.ts';

const FILE = { status: 'passed', assertionResults: [{}] };

function report(passed: number, failed: number, { skipped = 0, files = [FILE] as readonly unknown[] } = {}): string {
  return JSON.stringify({
    numPassedTests: passed,
    numFailedTests: failed,
    numPendingTests: skipped,
    testResults: files,
  });
}

describe('a test report', () => {
  it('is counted', () => {
    expect(countReport(report(25, 2))).toEqual({ passed: 25, failed: 2 });
  });

  it('counts a file that could not be read as a failure', () => {
    expect(countReport(report(25, 0, { files: [FILE, { status: 'failed', assertionResults: [] }] }))).toEqual({
      passed: 25,
      failed: 1,
    });
  });

  it('counts a test that was passed over as a failure, unless others were asked for', () => {
    expect(countReport(report(25, 0, { skipped: 2 }))).toEqual({ passed: 25, failed: 2 });
    expect(countReport(report(1, 0, { skipped: 24 }), { chosen: true })).toEqual({ passed: 1, failed: 0 });
  });

  it('that is missing or empty is a failure', () => {
    expect(countReport(null)).toEqual({ passed: 0, failed: 1 });
    expect(countReport(report(0, 0, { files: [] }))).toEqual({ passed: 0, failed: 1 });
  });
});
