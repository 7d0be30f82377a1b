import type { Plugin } from 'vite';

/** The crx plugin reads an import as an address, where `#` begins a fragment: `#room/…?script` is given it as a path. */
const roomsOfScripts: Plugin = {
  name: 'known-as:rooms-of-scripts',
  enforce: 'pre',
  async resolveId(source, importer) {
    if (!source.startsWith('#') || !source.includes('?script')) return null;
    return await this.resolve(`/src/${source.slice(1)}`, importer, { skipSelf: true });
  },
};

const SCRIPT = /^src\/(?:content|card)\/.*\.iife\.js$/u;
const SCRIPT_MODULE = /\.iife\.tsx?$/u;

/**
 * What the crx plugin leaves undone for scripts in pages. They become strict, so that a page that sees our functions on a
 * stack cannot reach them and their arguments. They are not offered to pages as files, by which a page could tell that
 * Known As is there. The modules they are made of, which nothing loads, are left out.
 */
const scriptsInPages: Plugin = {
  name: 'known-as:scripts-in-pages',
  enforce: 'post',
  generateBundle: {
    order: 'post',
    handler(_options, bundle) {
      for (const [name, file] of Object.entries(bundle)) {
        if (file.type === 'chunk') {
          if (SCRIPT_MODULE.test(file.facadeModuleId ?? '')) delete bundle[name];
        } else if (SCRIPT.test(name)) {
          file.source = `"use strict";${String(file.source)}`;
        } else if (name === 'manifest.json') {
          const { web_accessible_resources: _offered, ...manifest } = JSON.parse(String(file.source)) as object & {
            readonly web_accessible_resources?: unknown;
          };
          file.source = JSON.stringify(manifest, null, 2);
        }
      }
    },
  },
};

/** Plugins for scripts in pages: the ones before and after the crx plugin. */
export const PAGE_SCRIPT_PLUGINS = { before: roomsOfScripts, after: scriptsInPages } as const;
