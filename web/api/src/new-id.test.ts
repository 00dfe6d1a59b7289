import { expect, test, vi } from "vitest";
import { newId } from "./new-id";

test("what is named later stands behind what was named before", () => {
  vi.useFakeTimers({ now: 1_767_225_600_000 });
  const names = Array.from({ length: 50 }, () => {
    vi.advanceTimersByTime(1);
    return newId();
  });
  vi.useRealTimers();
  expect(names.toSorted()).toEqual(names);
  expect(names.every((name) => /^[0-9a-f]{32}$/.test(name))).toBe(true);
});

test("two names of one moment are two", () => {
  expect(new Set(Array.from({ length: 1000 }, newId)).size).toBe(1000);
});
