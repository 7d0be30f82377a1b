import { fileURLToPath } from 'node:url';
import preact from '@preact/preset-vite';
import { defineConfig } from 'vite';

/** The real popup and options, with fixtures for answers: `npx vite --config test/ui/gallery/vite.config.ts`. */
const root = fileURLToPath(new URL('../../../', import.meta.url));

export default defineConfig({
  root,
  plugins: [preact()],
  resolve: { alias: { '#messages/ask.ts': `${root}test/ui/gallery/ask.ts` } },
  build: {
    outDir: `${root}.out/gallery`,
    emptyOutDir: true,
    target: 'es2023',
    rolldownOptions: {
      input: [`${root}popup/index.html`, `${root}options/index.html`, `${root}test/ui/gallery/card.html`],
    },
  },
});
