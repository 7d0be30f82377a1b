import type { LedgerEvent } from '#core/event.ts';

/** What takes events in. */
export interface Intake {
  /** Puts events in; resolves once they are kept, rejects when that failed. */
  readonly take: (events: readonly LedgerEvent[]) => Promise<void>;
}

/** Most events written at once: keeps one write short when a page floods. */
const BATCH = 500;

interface Waiting {
  readonly events: readonly LedgerEvent[];
  readonly kept: () => void;
  readonly failed: (error: unknown) => void;
}

/**
 * Events wait while a batch is being written and then go together: at once when it is quiet, in large batches when a
 * page floods. A batch that cannot be kept fails those who put it in, and the next one goes on.
 */
export function openIntake(write: (events: readonly LedgerEvent[]) => Promise<void>): Intake {
  const waiting: Waiting[] = [];
  let writing = false;

  const nextBatch = (): readonly Waiting[] => {
    let size = 0;
    const count = waiting.findIndex((item) => (size += item.events.length) > BATCH);
    return waiting.splice(0, count === -1 ? waiting.length : Math.max(1, count));
  };
  const drain = async (): Promise<void> => {
    writing = true;
    while (waiting.length > 0) {
      const batch = nextBatch();
      await write(batch.flatMap(({ events }) => events)).then(
        () => batch.forEach(({ kept }) => kept()),
        (error: unknown) => batch.forEach(({ failed }) => failed(error)),
      );
    }
    writing = false;
  };

  return {
    take: async (events) => {
      if (events.length === 0) return;
      await new Promise<void>((kept, failed) => {
        waiting.push({ events, kept, failed });
        if (!writing) void drain();
      });
    },
  };
}
