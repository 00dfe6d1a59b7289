import { defineConfig } from "vite";

export default defineConfig({
  root: import.meta.dirname,
  base: "./",
  publicDir: false,
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  build: {
    target: "es2022",
    outDir: process.env.WIDGET_OUT ?? "../dist/widget",
    emptyOutDir: true,
    modulePreload: false,
    rolldownOptions: {
      input: "src/panel/index.ts",
      preserveEntrySignatures: "strict",
      output: {
        format: "es",
        entryFileNames: "panel-[hash].js",
        chunkFileNames: "strings/[name]-[hash].js",
      },
    },
  },
});
