/** Four steps of one quantity, from little to much: each step's least count, growing. Fewer where there are few counts. */
export function stepsUpTo(most: number): readonly number[] {
  const starts = [1, ...[0.25, 0.5, 0.75].map((part) => Math.floor(most * part) + 1)];
  return [...new Set(starts)].filter((start) => start <= Math.max(1, most));
}

/** Which step a count is on: 0 for none, else from 1 to the number of steps. */
export function stepOf(count: number, steps: readonly number[]): number {
  return steps.filter((start) => count >= start).length;
}

/** What the colour of each step stands for: from its least count to below the next, or on without end. */
export function rangesOf(steps: readonly number[]): readonly { readonly from: number; readonly to: number | null }[] {
  return steps.map((from, index) => {
    const next = steps[index + 1];
    return { from, to: next === undefined ? null : next - 1 };
  });
}
