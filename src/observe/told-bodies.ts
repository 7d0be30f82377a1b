/** Which request a page says it sent a body with. */
export interface SentBy {
  readonly tab: number;
  readonly method: string;
  readonly url: string;
}

/** Bodies that the browser does not show, told by the page's guard: hints, which count only for a request there was. */
export interface ToldBodies {
  readonly note: (by: SentBy, body: Uint8Array, at: number) => void;
  /** Takes out the one that was told first; `null`: none was. */
  readonly take: (by: SentBy, at: number) => Uint8Array | null;
}

interface ToldBody {
  readonly key: string;
  readonly body: Uint8Array;
  readonly at: number;
}

/** A request and its body are told within so many ms of each other. */
const TOGETHER = 10_000;
/** So many wait; the oldest go. A beacon has 64 KiB at most. */
const MOST = 200;

function keyOf({ tab, method, url }: SentBy): string {
  return `${tab} ${method} ${url.replace(/#.*$/su, '')}`;
}

/** None was told yet. */
export function noToldBodies(): ToldBodies {
  let told: readonly ToldBody[] = [];
  return {
    note: (by, body, at) => {
      told = [...told.filter((one) => at - one.at <= TOGETHER), { key: keyOf(by), body, at }].slice(-MOST);
    },
    take: (by, at) => {
      const key = keyOf(by);
      const found = told.find((one) => one.key === key && Math.abs(at - one.at) <= TOGETHER);
      told = told.filter((one) => one !== found);
      return found?.body ?? null;
    },
  };
}
