import { describe } from 'vitest';
import { readFileSync } from 'node:fs';
import { SHOP } from '../site/hosts.ts';
import { behaviour } from './world.ts';
describe('scratch', () => {
  behaviour('probe', async ({ browser, open }) => {
    await browser.inExtension(async () => {
      await chrome.scripting.registerContentScripts([
        { id: 'test', js: ['/src/content/hold.iife.js'], matches: ['*://*.halden-audio.example/*'], world: 'MAIN', runAt: 'document_start', allFrames: true, matchOriginAsFallback: true },
      ]);
    });
    console.log(JSON.stringify(await browser.inExtension(() => chrome.scripting.getRegisteredContentScripts())));
    const page = await open(`${SHOP}/plain`);

    console.log(JSON.stringify(await page.evaluate(async () => {
      const out: Record<string, unknown> = {};
      const native = (w: any) => /native code/.test(String(w.Storage.prototype.removeItem));
      const make = (init: (f: HTMLIFrameElement) => void) => { const f = document.createElement('iframe'); init(f); document.body.append(f); return f; };
      out['top'] = native(window);
      out['empty'] = native(make(() => {}).contentWindow);
      const s = make((f) => { f.src = '/plain'; });
      out['src'] = [native(s.contentWindow), s.contentWindow?.location.href];
      const w0: any = s.contentWindow; const D = w0.Document;
      await new Promise((r) => s.addEventListener('load', r));
      out['src loaded'] = [native(s.contentWindow), (s.contentWindow as any).Document === D];
      const d = make((f) => { f.srcdoc = '<p>x'; });
      out['srcdoc'] = native(d.contentWindow);
      const a = make((f) => { f.src = 'about:blank'; });
      out['about:blank src'] = native(a.contentWindow);
      const c = make((f) => { f.src = 'https://northwind-news.example/'; });
      out['cross'] = native(c.contentWindow);
      const j = make((f) => { f.src = 'javascript:1'; });
      out['javascript'] = native(j.contentWindow);
      const w: any = window.open('about:blank'); out['open'] = w && native(w); w?.close();
      const v: any = window.open('/plain'); out['open url'] = v && native(v); v?.close();
      const n: any = window.open(''); out['open empty'] = n && native(n); n?.close();
      return out;
    }), null, 1));
    const t = await page.evaluate(() => {
      const line = 'lang=en-GB; path=/; max-age=10000';
      const id = `visitor_x=${crypto.randomUUID()}; path=/; max-age=31536000`;
      const time = (f: () => void, n = 300) => { const a = performance.now(); for (let i = 0; i < n; i += 1) f(); return Math.round((performance.now() - a) / n * 1000); };
      return { bare_us: null, lang_us: time(() => { document.cookie = line; }), number_us: time(() => { document.cookie = id; }), read_us: time(() => document.cookie), ls_us: time(() => { localStorage.setItem('lang', 'en'); }), lsid_us: time(() => { localStorage.setItem('visitor_ls', '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44'); }) , get_us: time(() => localStorage.getItem('lang')) };
    });
    console.log(JSON.stringify(t));
    const other = await open('https://northwind-news.example/');
    console.log('unheld', JSON.stringify(await other.evaluate(() => {
      const time = (f: () => void, n = 300) => { const a = performance.now(); for (let i = 0; i < n; i += 1) f(); return Math.round((performance.now() - a) / n * 1000); };
      return { lang_us: time(() => { document.cookie = 'lang=en-GB; path=/'; }), read_us: time(() => document.cookie), ls_us: time(() => { localStorage.setItem('lang', 'en'); }), get_us: time(() => localStorage.getItem('lang')) };
    })));
  });
});
