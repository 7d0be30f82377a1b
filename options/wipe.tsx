import type { ComponentChildren } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { Given } from '#ui/number.tsx';
import { optionWords } from '#ui/words-options.ts';

/** A button that asks once more, in a dialog, before it does what cannot be undone. */
function AskOnceMore({
  id,
  name,
  question,
  action,
  act,
  children,
}: {
  readonly id: string;
  readonly name: string;
  readonly question: ComponentChildren;
  /** The name of the button that does it. */
  readonly action: string;
  readonly act: () => Promise<unknown>;
  readonly children?: ComponentChildren;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [said, say] = useState('');

  async function doIt(): Promise<void> {
    dialog.current?.close();
    try {
      await act();
      say(optionWords.wiped());
    } catch (error) {
      say(optionWords.notDone(error instanceof Error ? error.message : String(error)));
    }
  }

  return (
    <>
      <button type="button" class="button" onClick={() => dialog.current?.showModal()}>
        {name}
      </button>
      <span class="said" role="status">
        {said}
      </span>
      <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-question`}>
        <form
          method="dialog"
          class="stack"
          onSubmit={(event) => {
            event.preventDefault();
            void doIt();
          }}
        >
          <h2 id={`${id}-question`}>{question}</h2>
          {children}
          <p class="soft">{optionWords.wipeAskSays()}</p>
          <div class="dialog-answers">
            <button type="button" class="button" onClick={() => dialog.current?.close()}>
              {optionWords.keep()}
            </button>
            <button type="submit" class="button button-main">
              {action}
            </button>
          </div>
        </form>
      </dialog>
    </>
  );
}

/** Forgets one site, from its own page. */
export function WipeSite({ domain }: { readonly domain: Domain }) {
  return (
    <p class="list-foot">
      <AskOnceMore
        id="wipe-site"
        name={optionWords.wipeThis()}
        question={optionWords.wipeSiteAsk(<Given text={domain} />)}
        action={optionWords.wipeDo()}
        act={async () => ask('wipeSite', { domain })}
      />
    </p>
  );
}

/** Forgets one of the sites known. */
export function WipeOne({ sites }: { readonly sites: readonly Domain[] }) {
  const [chosen, choose] = useState<Domain | null>(null);
  const domain = chosen !== null && sites.includes(chosen) ? chosen : sites[0];
  if (domain === undefined) return null;
  return (
    <AskOnceMore
      id="wipe-one"
      name={optionWords.wipeOne()}
      question={optionWords.wipeOneAsk()}
      action={optionWords.wipeDo()}
      act={async () => ask('wipeSite', { domain })}
    >
      <label class="stack">
        {optionWords.wipeWhich()}
        <select
          class="select"
          value={domain}
          onChange={(event) => choose(sites.find((site) => site === event.currentTarget.value) ?? null)}
        >
          {sites.map((site) => (
            <option key={site} value={site}>
              {site}
            </option>
          ))}
        </select>
      </label>
    </AskOnceMore>
  );
}

/** Forgets everything. */
export function WipeAll() {
  return (
    <AskOnceMore
      id="wipe-all"
      name={optionWords.wipeAll()}
      question={optionWords.wipeAllAsk()}
      action={optionWords.wipeAllDo()}
      act={async () => ask('wipeEverything', null)}
    />
  );
}
