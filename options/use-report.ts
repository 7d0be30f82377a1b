import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Domain } from '#core/site.ts';
import { ask, onLedgerChanged } from '#messages/ask.ts';
import type { ViewRequestName, ViewRequests } from '#messages/protocol.ts';
import { live, type Loaded } from '#ui/live.ts';

/** Which news a report is asked for anew at: those of one site, or none at all. */
interface News {
  readonly domain?: Domain;
  /** Only a press asks for it again. */
  readonly never?: boolean;
}

/**
 * A report of the background, asked for anew when the question changes and whenever the ledger does, or only at the news
 * given. What is shown stays until the new answer is there.
 */
export function useReport<Name extends ViewRequestName>(
  name: Name,
  question: ViewRequests[Name]['ask'],
  { domain, never = false }: News = {},
): { readonly loaded: Loaded<ViewRequests[Name]['answer']>; readonly refresh: () => void } {
  const current = useRef(question);
  current.current = question;
  const report = useMemo(() => live(() => ask(name, current.current), Date.now), [name, domain]);

  const asked = JSON.stringify(question);
  const before = useRef(asked);
  useEffect(() => {
    if (before.current !== asked) report.refresh();
    before.current = asked;
  }, [asked, report]);

  useEffect(() => {
    if (never) return undefined;
    const shown = new AbortController();
    onLedgerChanged(
      ({ changed }) => {
        if (changed === null || domain === undefined || changed.includes(domain)) report.refresh();
      },
      { signal: shown.signal },
    );
    return () => shown.abort();
  }, [report, domain, never]);

  return { loaded: report.loaded.value, refresh: report.refresh };
}
