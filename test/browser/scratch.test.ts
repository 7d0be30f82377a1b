import { describe } from 'vitest';
import { SHOP } from '../site/hosts.ts';
import { behaviour } from './world.ts';
describe('scratch', () => {
  behaviour('probe', async ({ browser, open }) => {
    await browser.inExtension(async () => {
      await chrome.scripting.registerContentScripts([
        {
          id: 'test',
          js: ['/src/content/hold.iife.js'],
          matches: ['*://*.halden-audio.example/*'],
          world: 'MAIN',
          runAt: 'document_start',
          allFrames: true,
          matchOriginAsFallback: true,
        },
      ]);
    });
    const measure = () => {
      const line = 'lang=en-GB; path=/; max-age=10000';
      const id = `visitor_x=${crypto.randomUUID()}; path=/; max-age=31536000`;
      const time = (f: () => void, n = 400) => {
        const once = () => {
          const a = performance.now();
          for (let i = 0; i < n; i += 1) f();
          return Math.round(((performance.now() - a) / n) * 1000);
        };
        return [once(), once(), once()];
      };
      return {
        lang_us: time(() => {
          document.cookie = line;
        }),
        number_us: time(() => {
          document.cookie = id;
        }),
        read_us: time(() => document.cookie),
        ls_us: time(() => {
          localStorage.setItem('lang', 'en');
        }),
        lsid_us: time(() => {
          localStorage.setItem('visitor_ls', '7f3a9c21-5b0e-4d1c-9e77-0b8e2f6d1a44');
        }),
        get_us: time(() => localStorage.getItem('lang')),
      };
    };
    const page = await open(`${SHOP}/plain`);
    console.log('held', JSON.stringify(await page.evaluate(measure)));
    const other = await open('https://northwind-news.example/');
    console.log('unheld', JSON.stringify(await other.evaluate(measure)));
  });
});
