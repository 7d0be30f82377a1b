/** One thing after another: what is put in runs in order, and one that fails does not stop the next. */
export interface Queue {
  readonly add: <Result>(task: () => Promise<Result> | Result) => Promise<Result>;
}

/** An empty queue. */
export function startQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    add: (task) => {
      const result = last.then(task);
      last = result.then(
        () => undefined,
        () => undefined,
      );
      return result;
    },
  };
}
