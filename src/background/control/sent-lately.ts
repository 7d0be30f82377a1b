/** How long headers are remembered, in ms: a browser may tell of a cookie after a request that carried it. */
const WINDOW = 10_000;
const MOST = 300;

/** Cookie headers that were sent lately, where the browser shows them (Firefox). */
export interface SentLately {
  readonly note: (header: string, at: number) => void;
  /** How many of them carried this cookie. */
  readonly count: (cookie: { readonly name: string; readonly value: string }) => number;
}

/** Nothing sent yet. In memory only, and not for long. */
export function rememberSent(): SentLately {
  let sent: readonly { readonly header: string; readonly at: number }[] = [];
  return {
    note: (header, at) => {
      sent = [...sent.slice(-MOST), { header, at }].filter((one) => at - one.at < WINDOW);
    },
    count: ({ name, value }) => sent.filter(({ header }) => `; ${header}; `.includes(`; ${name}=${value}; `)).length,
  };
}
