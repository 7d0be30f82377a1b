import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { bannerHost, PROGRAM_NAMES } from '../site/banners/banners.ts';
import { codeFromText } from '../support/code-from-text.ts';
import { builtFor } from '../support/engine.ts';
import { runTextIn, runTextInBackground, type TextRun } from '../support/run-text.ts';
import { until } from '../support/until.ts';
import { watchOwnRequests } from './own-requests.ts';
import { askView, behaviour } from './world.ts';

const NOT_RUN: TextRun = { byEval: 'EvalError', byFunction: 'EvalError' };

/** The files of the package whose names end so, by their paths in it. */
function filesOf(ending: string): readonly string[] {
  return readdirSync(builtFor(inject('browser')), { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith(ending),
  );
}

function textOf(file: string): string {
  return readFileSync(join(builtFor(inject('browser')), file), 'utf8');
}

describe('the package', () => {
  test('leaves the policy of the browser for extensions as it is, and names no script of elsewhere', () => {
    const manifest = JSON.parse(textOf('manifest.json')) as Readonly<Record<string, unknown>>;
    // The policy of both browsers without it: scripts of the package alone, and no text is run.
    expect(manifest['content_security_policy']).toBe(undefined);
    expect(manifest['sandbox']).toBe(undefined);
    expect(manifest['manifest_version']).toBe(3);
    const named = JSON.stringify([manifest['background'], manifest['content_scripts']]).match(/"[^"]*\.js"/gu) ?? [];
    const scripts = new Set(filesOf('.js'));
    expect(named.length).toBeGreaterThan(2);
    expect(named.map((name) => name.slice(1, -1)).filter((name) => !scripts.has(name))).toEqual([]);
  });

  test('has pages whose scripts are files of the package', () => {
    const pages = filesOf('.html');
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      const scripts = textOf(page).match(/<script[^>]*>[^<]*/gu) ?? [];
      expect(scripts.filter((script) => !/^<script [^>]*src="\/assets\/[\w.-]+\.js"[^>]*>$/u.test(script))).toEqual([]);
      expect(textOf(page)).not.toMatch(/\son\w+=/u);
    }
  });

  test('has the engine for banners, its rules and every other script with nothing in them that runs a text', () => {
    const scripts = filesOf('.js');
    const found = scripts.flatMap((file) => codeFromText(textOf(file)).map((what) => `${file}: ${what}`));
    expect(found).toEqual([]);
    expect(scripts.some((file) => textOf(file).includes('autoconsentDone'))).toBe(true);
    // And these are all the code there is.
    expect(filesOf('.wasm')).toEqual([]);
    expect(filesOf('.mjs')).toEqual([]);
  });
});

describe('while banners are refused', () => {
  behaviour('no text is run in the background or in our pages', async ({ browser, open, report }) => {
    const page = await open(`https://${bannerHost('klaro')}/`);
    // Where nothing forbids it the same is run.
    expect(await runTextIn(page)).toEqual({ byEval: 'ran', byFunction: 'ran' });
    expect(await runTextInBackground(browser)).toEqual(NOT_RUN);
    await askView(browser, 'chooseBanners', { domain: null, mode: 'refuse' });
    const refused = page.reload({ waitUntil: 'load' });
    const meanwhile: TextRun[] = [];
    await until('that it was refused', async () => {
      meanwhile.push(await runTextInBackground(browser));
      return (await report(page)).banner.last?.outcome.is === 'refused';
    });
    await refused;
    expect(new Set(meanwhile.map((run) => JSON.stringify(run)))).toEqual(new Set([JSON.stringify(NOT_RUN)]));
    expect(await runTextIn(await browser.optionsPage('#/settings'))).toEqual(NOT_RUN);
  });

  behaviour('the extension asks for nothing from anywhere', async ({ sites, browser, open, reportUntil }) => {
    const own = await watchOwnRequests(sites, browser);
    await askView(browser, 'chooseBanners', { domain: null, mode: 'refuse' });
    for (const name of PROGRAM_NAMES) {
      const page = await open(`https://${bannerHost(name)}/`);
      await reportUntil(page, 'that it was refused', ({ banner }) => banner.last?.outcome.is === 'refused');
    }
    await browser.optionsPage(`#/receipts/${bannerHost('klaro')}`);
    expect(own.made()).toEqual([]);
    expect(own.strange()).toEqual([]);
  });
});
