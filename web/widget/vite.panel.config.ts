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
        // A dash within the hash would hide from the server that the name is one.
        hashCharacters: "base36",
        entryFileNames: "panel-[hash].js",
        chunkFileNames: "strings/[name]-[hash].js",
      },
    },
  },
});
