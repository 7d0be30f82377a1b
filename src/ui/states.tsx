import { Note } from './icon.tsx';
import { EmptyTag } from './tag.tsx';
import { words } from './words.ts';

/** While the report is on its way. */
export function Loading() {
  return (
    <section class="lead-block" aria-busy="true">
      <h1 class="lead-name">
        <span role="status">{words.loading()}</span>
      </h1>
      <EmptyTag />
    </section>
  );
}

/** Our own fault: said to be one, with its own words for whoever reports it. */
export function Failed({ error, again }: { readonly error: string; readonly again: () => void }) {
  return (
    <section class="lead-block" role="alert">
      <h1 class="lead-name">{words.failed()}</h1>
      <EmptyTag />
      <p class="lead">{words.failedSays()}</p>
      <button type="button" class="button button-main" onClick={again}>
        {words.again()}
      </button>
      <details class="all">
        <summary>{words.failedRaw()}</summary>
        <pre class="raw" tabIndex={0}>
          {error}
        </pre>
      </details>
    </section>
  );
}

/** What there is to know before the facts: not watched yet, a private window, more than is kept. */
export function Notices({
  watched,
  inPrivate,
  overflowed,
}: {
  readonly watched: boolean;
  readonly inPrivate: boolean;
  readonly overflowed: boolean;
}) {
  return (
    <>
      {!watched && (
        <p class="notice" data-notice="unwatched">
          {words.unwatched()}
        </p>
      )}
      {inPrivate && <Note>{words.privateWindow()}</Note>}
      {overflowed && <Note>{words.overflowed()}</Note>}
    </>
  );
}
