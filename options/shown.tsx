import type { ComponentChildren } from 'preact';
import type { Loaded } from '#ui/live.ts';
import { Now } from '#ui/now.ts';
import { Failed, Loading } from '#ui/states.tsx';

/** A report once it is there; until then that it is on its way, or why it is not. */
export function Shown<Report>({
  loaded,
  again,
  children,
}: {
  readonly loaded: Loaded<Report>;
  readonly again: () => void;
  readonly children: (report: Report) => ComponentChildren;
}) {
  switch (loaded.state) {
    case 'loading':
      return <Loading />;
    case 'failed':
      return <Failed error={loaded.error} again={again} />;
    case 'ready':
      return <Now.Provider value={loaded.at}>{children(loaded.report)}</Now.Provider>;
  }
}
