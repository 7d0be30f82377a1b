import type { LedgerEvent } from '#core/event.ts';

/** What takes events in. */
export interface Intake {
  /** Puts events in; resolves once they are kept, rejects when that failed. */
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
}

/** Most events written at once: keeps one write short when a page floods. */
const BATCH = 500;

/**
 * How long requests wait for more of them, in ms. A page asks for dozens of things in a moment, and each write costs as
 * much as all of them. What else is taken in is written at once, and takes along what waits. Should the browser end in
 * that moment, their count is short by them; a background alone is stopped only when nothing happens any longer.
 */
const GATHER = 100;

interface Waiting {
  readonly events: readonly LedgerEvent[];
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/** Whether nobody asks at once whether it was kept. */
function canWait({ events }: Waiting): boolean {
  return events.every(({ type }) => type === 'request-sent' || type === 'asked-without');
}

/**
 * Events wait while a batch is being written and then go together: at once when it is quiet, in large batches when a
 * page floods; requests wait a moment for each other. A batch that cannot be kept fails those who put it in, and the next
 * one goes on.
 */
export function openIntake(
  write: (events: readonly LedgerEvent[]) => Promise<void>,
  later: (ms: number, run: () => void) => void = (ms, run) => void setTimeout(run, ms),
): Intake {
  const waiting: Waiting[] = [];
  let writing = false;
  let gathering = false;

  const nextBatch = (): readonly Waiting[] => {
    let size = 0;
    const count = waiting.findIndex((item) => (size += item.events.length) > BATCH);
    return waiting.splice(0, count === -1 ? waiting.length : Math.max(1, count));
  };
  const drain = async (): Promise<void> => {
    writing = true;
    do {
      const batch = nextBatch();
      await write(batch.flatMap(({ events }) => events)).then(
        () => batch.forEach(({ kept }) => kept()),
        (error: unknown) => batch.forEach(({ failed }) => failed(error)),
      );
    } while (!waiting.every(canWait) || waiting.length >= BATCH);
    writing = false;
    begin();
  };
  const gathered = (): void => {
    gathering = false;
    if (!writing && waiting.length > 0) void drain();
  };
  const begin = (): void => {
    if (writing || waiting.length === 0) return;
    if (!waiting.every(canWait)) void drain();
    else if (!gathering) {
      gathering = true;
      later(GATHER, gathered);
    }
  };

  return {
    take: async (events) => {
      if (events.length === 0) return;
      await new Promise<void>((kept, failed) => {
        waiting.push({ events, kept, failed });
        begin();
      });
    },
  };
}
