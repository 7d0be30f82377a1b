import { defineConfig } from 'vite';

/** `src/decode` by itself, for Node and others: `known-as/decode`. */
export default defineConfig({
  build: {
    outDir: 'dist/decode',
    emptyOutDir: true,
    target: 'es2023',
    minify: false,
    lib: { entry: 'src/decode/library.ts', formats: ['es'], fileName: 'decode' },
  },
});
