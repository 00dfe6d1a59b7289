import { readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "vite";

const outDir = resolve(import.meta.dirname, process.env.WIDGET_OUT ?? "../dist/widget");

// Each part knows the hashed names of those it loads later, so the last to be loaded is built first.
const order = ["panel", "invitation", "launcher"];

function fileOf(part: string) {
  const name = readdirSync(outDir).find((file) => file.startsWith(`${part}-`) && file.endsWith(".js"));
  if (!name) throw new Error(`No ${part} in ${outDir}: it is built first.`);
  return JSON.stringify(name);
}

export default defineConfig(({ mode: part }) => {
  const built = order.slice(0, order.indexOf(part) === -1 ? order.length : order.indexOf(part));
  return {
    root: import.meta.dirname,
    base: "./",
    publicDir: false,
    oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
    define: Object.fromEntries(built.map((done) => [`${done.toUpperCase()}_FILE`, fileOf(done)])),
    build: {
      target: "es2022",
      outDir,
      emptyOutDir: part === order[0],
      modulePreload: false,
      ...(part === "loader"
        ? {
            // kanal.js keeps its name and has a short life in caches; it alone knows what the launcher of today is called.
            lib: {
              entry: "src/loader/index.ts",
              formats: ["iife"],
              name: "kanalLoader",
              fileName: () => "kanal.js",
            },
          }
        : {
            rolldownOptions: {
              input: `src/${part}/index.ts`,
              preserveEntrySignatures: "strict" as const,
              output: {
                format: "es" as const,
                // A dash within the hash would hide from the server that the name is one.
                hashCharacters: "base36" as const,
                entryFileNames: `${part}-[hash].js`,
                chunkFileNames: "strings/[name]-[hash].js",
              },
            },
          }),
    },
  };
});
