import { defineConfig } from "vite"

/** The cart page's script; everything else is rendered by the server. */
export default defineConfig({
  build: {
    outDir: "dist",
    rollupOptions: {
      input: "code-entry.tsx",
      output: { entryFileNames: "code-entry.js" },
    },
  },
  esbuild: { jsx: "automatic" },
})
