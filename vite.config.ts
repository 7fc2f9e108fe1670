import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import mantine from 'postcss-preset-mantine';
import { defineConfig } from 'vite';

const folder = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** The web pages: built into dist/web, from where the server serves them. `npm run dev:web` proxies to a running server. */
export default defineConfig({
  root: folder('./src/app/web'),
  cacheDir: folder('./node_modules/.vite'),
  plugins: [react()],
  css: { postcss: { plugins: [mantine()] } },
  build: {
    outDir: folder('./dist/web'),
    emptyOutDir: true,
    target: 'es2022',
    manifest: true,
    chunkSizeWarningLimit: 700,
  },
  server: { port: 5174, proxy: { '/api': process.env.ENTENTE_SERVER ?? 'http://127.0.0.1:3000' } },
});
