import react from "@vitejs/plugin-react";
import { defineConfig, loadEnv } from "vite";

const server = loadEnv("development", ".", "KANAL_").KANAL_SERVER ?? "http://localhost:5080";

export default defineConfig({
  base: "/desk/",
  plugins: [react()],
  build: { outDir: "../dist/desk", emptyOutDir: true, sourcemap: false, chunkSizeWarningLimit: 900 },
  server: {
    proxy: {
      "/api": server,
      "/desk/letter?": server,
      "/public": server,
      "/widget": server,
      "/test-visitor": server,
    },
  },
});
