import { defineConfig } from "@playwright/test";
import tests from "./playwright.config";

// The pictures in the README, taken of the real product: npm run pictures
export default defineConfig({
  ...tests,
  testMatch: "pictures.ts",
  projects: [{ name: "sqlite" }],
});
