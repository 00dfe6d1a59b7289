import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const outDir = resolve(import.meta.dirname, process.env.WIDGET_OUT ?? "../dist/widget");

// kanal.js keeps its name and a short life in caches; it alone knows what the panel of today is called.
function panelFile() {
  const name = readdirSync(outDir).find((file) => /^panel-.+\.js$/.test(file));
  if (!name) throw new Error(`No panel in ${outDir}: build the panel first.`);
  return name;
}

export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  define: { PANEL_FILE: JSON.stringify(panelFile()) },
  build: {
    target: "es2022",
    outDir,
    emptyOutDir: false,
    modulePreload: false,
    lib: { entry: "src/loader/index.ts", formats: ["iife"], name: "kanalLoader", fileName: () => "kanal.js" },
  },
});
