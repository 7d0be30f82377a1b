import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from '#ui/icon.tsx';
import { Given } from '#ui/number.tsx';
import { words } from '#ui/words.ts';

/** Where a site's own page in the options is. */
function diaryPath(site: string): string {
  return `options/index.html#/site/${encodeURIComponent(site)}`;
}

/** A link to the site's own page, in words. */
export function DiaryLink({
  of,
  openPage,
  children,
  look,
}: {
  readonly of: string;
  readonly openPage: (path: string) => void;
  readonly children: ComponentChildren;
  readonly look?: string;
}) {
  const path = diaryPath(of);
  return (
    <a
      class={look}
      href={`/${path}`}
      onClick={(event) => {
        event.preventDefault();
        openPage(path);
      }}
    >
      {children}
    </a>
  );
}

function PageLink({
  path,
  name,
  icon,
  openPage,
}: {
  readonly path: string;
  readonly name: string;
  readonly icon: IconName;
  readonly openPage: (path: string) => void;
}) {
  return (
    <a
      class="button button-plain button-icon"
      href={`/${path}`}
      aria-label={name}
      title={name}
      onClick={(event) => {
        event.preventDefault();
        openPage(path);
      }}
    >
      <Icon name={icon} />
    </a>
  );
}

/** The site, and the ways to its diary and to the settings. */
export function Head({ site, openPage }: { readonly site: string | null; readonly openPage: (path: string) => void }) {
  return (
    <header class="popup-head">
      <p class="popup-site" {...(site !== null && { title: site })}>
        {site === null ? words.name() : <Given text={site} />}
      </p>
      {site !== null && <PageLink path={diaryPath(site)} name={words.diary()} icon="diary" openPage={openPage} />}
      <PageLink path="options/index.html#/settings" name={words.settings()} icon="settings" openPage={openPage} />
    </header>
  );
}
