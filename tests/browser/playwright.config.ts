import { existsSync } from "node:fs";
import { defineConfig } from "@playwright/test";

// Debian's Chromium, or the one that CHROMIUM names. Nothing is downloaded.
const shell = "/usr/bin/chromium-headless-shell";
const executablePath = process.env.CHROMIUM ?? (existsSync(shell) ? shell : "/usr/bin/chromium");

export default defineConfig({
  testDir: ".",
  outputDir: "../../artifacts/test/browser",
  fullyParallel: true,
  // One more than the cores we count on: there is always one that waits for a target or a server.
  workers: 3,
  retries: 0,
  forbidOnly: !!process.env.CI,
  // Nobody waits so long but on a machine that stands still for a while, or is busy with other things.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  use: {
    locale: "en-GB",
    timezoneId: "Europe/Copenhagen",
    actionTimeout: 20_000,
    contextOptions: { reducedMotion: "reduce" },
    // Of tests that failed: what was done, said and sent, and the page at the end. A copy of it at each step takes time from all.
    trace: { mode: "retain-on-failure", screenshots: false, snapshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        // No page lives long enough to win back what it costs to compile its scripts a third time.
        "--js-flags=--no-opt --no-maglev",
      ],
    },
  },
  // The same tests on each engine; PostgreSQL only where a cluster is named (bin/test starts one).
  projects: [
    { name: "sqlite" },
    ...(process.env.KANAL_TEST_POSTGRES ? [{ name: "postgres", testMatch: "**/path.spec.ts" }] : []),
  ],
});
