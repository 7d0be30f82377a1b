/** A warning of the add-on linter. */
export interface LintWarning {
  readonly code: string;
  readonly message: string;
  readonly file?: string;
  readonly line?: number;
}

/** What the linter found. */
export interface LintReport {
  readonly errors: readonly LintWarning[];
  readonly warnings: readonly LintWarning[];
}

/** A warning that may stand, in files whose path begins so, and why. */
export interface AllowedWarning {
  readonly code: string;
  readonly file: string;
  readonly reason: string;
}

/** Reads the linter's JSON; anything else counts as an error it had. */
export function parseLint(output: string): LintReport {
  const start = output.indexOf('{');
  try {
    return JSON.parse(output.slice(start)) as LintReport;
  } catch (error) {
    if (error instanceof SyntaxError) return { errors: [{ code: 'NO_REPORT', message: output }], warnings: [] };
    throw error;
  }
}

function describeWarning({ code, message, file, line }: LintWarning): string {
  return `${code} in ${file ?? 'the manifest'}${line === undefined ? '' : `:${line}`}: ${message}`;
}

function allows(entry: AllowedWarning, warning: LintWarning): boolean {
  return entry.code === warning.code && (warning.file ?? '').startsWith(entry.file);
}

/** Everything that is wrong: errors, warnings that are not on the list, and entries of the list that nothing needs. */
export function judgeWarnings(report: LintReport, list: readonly AllowedWarning[]): readonly string[] {
  const unlisted = report.warnings.filter((warning) => !list.some((entry) => allows(entry, warning)));
  const stale = list.filter((entry) => !report.warnings.some((warning) => allows(entry, warning)));
  return [
    ...report.errors.map((error) => `error: ${describeWarning(error)}`),
    ...unlisted.map((warning) => `a warning that is not on the list: ${describeWarning(warning)}`),
    ...list.filter(({ reason }) => reason.trim() === '').map(({ code }) => `an entry without a reason: ${code}`),
    ...stale.map(({ code, file }) => `an entry that is not needed any more: ${code} in ${file}`),
  ];
}
