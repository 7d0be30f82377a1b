import { describe, expect, it } from 'vitest';
import { countReport } from '../../tools/stages.ts';

const FILE = { status: 'passed', assertionResults: [{}] };

function report(passed: number, failed: number, testResults: readonly unknown[] = [FILE]): string {
  return JSON.stringify({ numPassedTests: passed, numFailedTests: failed, testResults });
}

describe('a test report', () => {
  it('is counted', () => {
    expect(countReport(report(25, 2))).toEqual({ passed: 25, failed: 2 });
  });

  it('counts a file that could not be read as a failure', () => {
    expect(countReport(report(25, 0, [FILE, { status: 'failed', assertionResults: [] }]))).toEqual({
      passed: 25,
      failed: 1,
    });
  });

  it('that is missing or empty is a failure', () => {
    expect(countReport(null)).toEqual({ passed: 0, failed: 1 });
    expect(countReport(report(0, 0, []))).toEqual({ passed: 0, failed: 1 });
  });
});
