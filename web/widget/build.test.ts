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
const panel = () => readdirSync(built).find((file) => file.startsWith("panel-")) ?? "";

test("The loader is at most 5 KB gzipped", () => {
  expect(bytes("kanal.js")).toBeLessThanOrEqual(5 * 1024);
});

test("The panel with its styles and any one language is at most 35 KB gzipped", () => {
  for (const strings of readdirSync(join(built, "strings")))
    expect(bytes(panel()) + bytes(join("strings", strings))).toBeLessThanOrEqual(35 * 1024);
});

test("The loader knows today's panel, and neither asks for anything from elsewhere", () => {
  const loader = readFileSync(join(built, "kanal.js"), "utf8");
  expect(loader).toContain(panel());
  for (const file of ["kanal.js", panel()]) {
    const hosts = readFileSync(join(built, file), "utf8").match(/https?:\/\/[\w.-]+/g) ?? [];
    expect(hosts.filter((host) => host !== "http://www.w3.org")).toEqual([]);
  }
});
