/** The one build configuration: Vite with the Remix and Tailwind plug-ins. `remix vite:build --config remix.config.js`. */
import { vitePlugin as remix } from '@remix-run/dev'
import tailwindcss from '@tailwindcss/vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [
    tailwindcss(),
    remix({
      future: {
        v3_fetcherPersist: true,
        v3_lazyRouteDiscovery: true,
        v3_relativeSplatPath: true,
        v3_routeConfig: true,
        v3_singleFetch: true,
        v3_throwAbortReason: true,
      },
    }),
  ],
  build: { target: 'es2022', sourcemap: false },
  // Prisma and libsql are left to Node: they load wasm and native parts by path.
  ssr: { external: ['@prisma/client', '@prisma/adapter-libsql'] },
})
