import { fileReply, htmlReply, nothing, type DemoSite, type Exchange, type Reply } from '../exchange.ts';
import { html, NOTHING, type Markup } from '../html.ts';
import { packageFile, siteFile } from '../page-files.ts';
import { createHandMadeBanners } from './hand-made.ts';

/** A consent program as its package ships it, and what a site with it needs. */
interface Program {
  /** What it is called. */
  readonly name: string;
  /** Its script in its package. */
  readonly script: string;
  readonly style?: string;
  /** Whether its configuration is to stand there before it. */
  readonly configFirst?: true;
  /** Its script and its other files stand in this folder of its package, by which it finds them. */
  readonly folder?: string;
  /** What opens its settings again: a link that it knows itself, or a button that `config.js` listens to. */
  readonly opens: Markup;
}

const SETTINGS = html`<button type="button" id="privacy-settings">Privacy settings</button>`;

/** Programs that ask for consent, unmodified, each on a site of its own. */
export const PROGRAMS = {
  vanilla: {
    name: 'vanilla-cookieconsent',
    script: 'vanilla-cookieconsent/dist/cookieconsent.umd.js',
    style: 'vanilla-cookieconsent/dist/cookieconsent.css',
    opens: html`<button type="button" id="privacy-settings" data-cc="show-preferencesModal">Privacy settings</button>`,
  },
  klaro: { name: 'Klaro', script: 'klaro/dist/klaro.js', configFirst: true, opens: SETTINGS },
  tarteaucitron: {
    name: 'tarteaucitron',
    script: 'tarteaucitronjs/tarteaucitron.js',
    folder: 'tarteaucitronjs',
    opens: html`<a id="privacy-settings" href="#tarteaucitron">Privacy settings</a>`,
  },
  osano: {
    name: 'Osano',
    script: 'cookieconsent/build/cookieconsent.min.js',
    style: 'cookieconsent/build/cookieconsent.min.css',
    opens: SETTINGS,
  },
  orejime: {
    name: 'Orejime',
    script: 'orejime/dist/orejime-standard-en.js',
    style: 'orejime/dist/orejime-standard.css',
    configFirst: true,
    opens: SETTINGS,
  },
} as const satisfies Readonly<Record<string, Program>>;

export type ProgramName = keyof typeof PROGRAMS;

export const PROGRAM_NAMES = Object.keys(PROGRAMS) as readonly ProgramName[];

/** The site of a program. */
export function bannerHost(name: ProgramName): string {
  return `${name}-banner.example`;
}

/** A site that asks nothing. */
export const NO_BANNER = 'no-banner.example';

/** Sites with Osano's program, and interfaces that are made to trouble whoever asks; by the file that makes them. */
export const HOSTILE = {
  throwing: 'throwing-banner.example',
  silent: 'silent-banner.example',
  endless: 'endless-banner.example',
} as const;

/** A site that shows Orejime's banner in a frame of another site. */
export const FRAMED = 'framed-banner.example';

function page(title: string, head: Markup, body: Markup = NOTHING): Reply {
  return htmlReply(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <title>${title}</title>
          ${head}
        </head>
        <body>
          <h1>${title}</h1>
          <p>Good morning.</p>
          ${body}
        </body>
      </html>`,
  );
}

const TYPES: Readonly<Record<string, string>> = { js: 'text/javascript', css: 'text/css' };

function siteOf(name: ProgramName, hostile?: keyof typeof HOSTILE): DemoSite {
  const program: Program = PROGRAMS[name];
  const base = program.folder === undefined ? '' : `/${program.folder}`;
  const script = html`<script src="${base}/${program.script.split('/').at(-1) ?? ''}" defer></script>`;
  const config = html`<script src="/config.js" defer></script>`;
  const style = program.style === undefined ? NOTHING : html`<link rel="stylesheet" href="/style.css" />`;
  const first = hostile === undefined ? NOTHING : html`<script src="/first.js"></script>`;
  const own = program.configFirst === true ? html`${style}${config}${script}` : html`${style}${script}${config}`;
  const head = html`${first}${own}`;
  return {
    hosts: [hostile === undefined ? bannerHost(name) : HOSTILE[hostile]],
    log: () => [],
    answer: ({ url }: Exchange) => {
      const { pathname } = url;
      if (pathname === '/') return page(`${program.name} asks`, head, program.opens);
      if (pathname === '/privacy') return page('Privacy', NOTHING);
      if (pathname === '/first.js' && hostile !== undefined)
        return fileReply('text/javascript', siteFile(`page/banners/${hostile}.js`));
      if (pathname === '/config.js') return fileReply('text/javascript', siteFile(`page/banners/${name}.js`));
      if (pathname === '/style.css' && program.style !== undefined)
        return fileReply('text/css', packageFile(program.style));
      const type = TYPES[pathname.split('.').at(-1) ?? ''];
      if (type === undefined || pathname.includes('..')) return nothing(404);
      const inFolder = program.folder !== undefined && pathname.startsWith(`${base}/`);
      if (inFolder) return fileReply(type, packageFile(pathname.slice(1)));
      return program.script.endsWith(pathname) ? fileReply(type, packageFile(program.script)) : nothing(404);
    },
  };
}

/** All of them. */
export function createBannerSites(): readonly DemoSite[] {
  const without: DemoSite = {
    hosts: [NO_BANNER],
    log: () => [],
    answer: ({ url }) => (url.pathname === '/' ? page('Nobody asks', NOTHING) : nothing(404)),
  };
  const framing: DemoSite = {
    hosts: [FRAMED],
    log: () => [],
    answer: ({ url }) => {
      const frame = html`<iframe src="https://${bannerHost('orejime')}/" width="900" height="500"></iframe>`;
      return url.pathname === '/' ? page('Somebody else asks', NOTHING, frame) : nothing(404);
    },
  };
  const hostile = Object.keys(HOSTILE) as readonly (keyof typeof HOSTILE)[];
  return [
    ...PROGRAM_NAMES.map((name) => siteOf(name)),
    ...hostile.map((name) => siteOf('osano', name)),
    ...createHandMadeBanners(),
    framing,
    without,
  ];
}
