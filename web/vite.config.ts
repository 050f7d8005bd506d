import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vitest/config';
import { landModule } from './map/land.ts';
import { sums } from './map/sums.ts';

// Same sources, same bytes: no date, no path of the machine, no source map goes into the page.
export default defineConfig({
  plugins: [landModule(), svelte(), sums()],
  build: {
    target: 'es2022',
    outDir: 'dist',
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: false,
    reportCompressedSize: false
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8765', '/ws': { target: 'ws://127.0.0.1:8765', ws: true } } },
  test: { include: ['tests/**/*.test.ts'] }
});
