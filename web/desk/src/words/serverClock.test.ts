import { QueryClient } from "@tanstack/react-query";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { applyEvent } from "../live/patches";
import { serverNow } from "./serverClock";

const here = Date.parse("2026-11-24T10:00:00Z");
const hello = (at: number) =>
  applyEvent(new QueryClient(), { name: "hello", data: { node: "n", at: new Date(at).toISOString() } }, "me");

beforeEach(() => {
  vi.useFakeTimers();
  vi.setSystemTime(here);
});
afterEach(() => void vi.useRealTimers());

test.each([
  ["behind", 120_000],
  ["ahead of", -120_000],
])("On a computer two minutes %s the server the time is the server's, and goes on", (_, difference) => {
  hello(here + difference);
  expect(serverNow()).toBe(here + difference);
  vi.advanceTimersByTime(7_000);
  expect(serverNow()).toBe(here + difference + 7_000);
});

test("A clock that was put right is believed from the next hello on, and a slow message is no difference", () => {
  hello(here - 120_000);
  hello(here - 900);
  expect(serverNow()).toBe(here);
});
