import { identifierKey, nameOf } from '#core/identifier.ts';
import type { LeftAlone } from '#core/report.ts';
import type { Domain } from '#core/site.ts';
import { ask } from '#messages/ask.ts';
import { ModeMenu } from '#ui/mode-menu.tsx';
import { Given } from '#ui/number.tsx';
import { standingOf } from '#ui/standing.ts';
import { words } from '#ui/words.ts';
import { NotDone } from './setting.tsx';
import { useDoing } from './use-doing.ts';

/** What is stored and is no number: left alone, unless the person chooses otherwise for that very value. */
export function StoredValues({
  of,
  domain,
  changed,
}: {
  readonly of: readonly LeftAlone[];
  readonly domain: Domain;
  readonly changed: () => void;
}) {
  const { error, run } = useDoing(changed);
  return (
    <>
      <ul class="values">
        {of.map(({ identifier, kind, preview, control }) => (
          <li key={identifierKey(identifier)}>
            <span>
              <span class="number">
                <Given text={nameOf(identifier)} />
              </span>
              {preview !== null && (
                <>
                  {' '}
                  <span class="soft">{words.holds()}</span>{' '}
                  <span class="number">
                    <Given text={preview} />
                  </span>
                </>
              )}
              <small class="soft small">{words.kind[kind]()}</small>
            </span>
            <ModeMenu
              standing={standingOf(control.decision)}
              chosen={control.chosen?.choice ?? null}
              about={nameOf(identifier)}
              none="left-alone"
              choose={(choice) => run(async () => await ask('chooseForThis', { domain, identifier, choice }))}
            />
          </li>
        ))}
      </ul>
      <NotDone error={error} />
    </>
  );
}
