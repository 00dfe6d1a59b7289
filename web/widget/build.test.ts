import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";

const built = mkdtempSync(join(tmpdir(), "kanal-widget-"));

beforeAll(() => {
  const options = {
    cwd: import.meta.dirname,
    env: { ...process.env, NODE_ENV: "production", WIDGET_OUT: built },
  };
  execFileSync("npm", ["run", "build"], { ...options, stdio: "pipe" });
}, 120_000);
afterAll(() => rmSync(built, { recursive: true }));

const bytes = (file: string) => gzipSync(readFileSync(join(built, file)), { level: 9 }).length;
const part = (name: string) => readdirSync(built).find((file) => file.startsWith(`${name}-`)) ?? "";

test("The loader is at most 1 KB gzipped, and the launcher that it fetches into the idle page 8 KB", () => {
  expect(bytes("kanal.js")).toBeLessThanOrEqual(1024);
  expect(bytes(part("launcher"))).toBeLessThanOrEqual(8 * 1024);
});

test("Watching and inviting is at most 4 KB gzipped", () => {
  expect(bytes(part("invitation"))).toBeLessThanOrEqual(4 * 1024);
});

test("The panel with its styles and any one language is at most 35 KB gzipped", () => {
  for (const strings of readdirSync(join(built, "strings")))
    expect(bytes(part("panel")) + bytes(join("strings", strings))).toBeLessThanOrEqual(35 * 1024);
});

test("Each part knows today's name of the next, and none asks for anything from elsewhere", () => {
  const text = (file: string) => readFileSync(join(built, file), "utf8");
  expect(text("kanal.js")).toContain(part("launcher"));
  for (const next of ["panel", "invitation"]) expect(text(part("launcher"))).toContain(part(next));
  for (const file of ["kanal.js", ...["launcher", "panel", "invitation"].map(part)]) {
    const hosts = text(file).match(/https?:\/\/[\w.-]+/g) ?? [];
    expect(hosts.filter((host) => host !== "http://www.w3.org")).toEqual([]);
  }
});
