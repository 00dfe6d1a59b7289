import type { ImportCounts } from "@kanal/api";
import { expect, test } from "vitest";
import { percent, shownOf } from "./counts";

const none: ImportCounts = { new: 0, changed: 0, same: 0, refused: 0, undone: 0, kept: 0, noted: 0 };

test("what there is none of is not offered", () =>
  expect(shownOf({ ...none, new: 2, refused: 1 })).toEqual([
    { shown: "all", count: 3 },
    { shown: "refused", count: 1 },
    { shown: "new", count: 2 },
  ]));

test("what was noted is counted beside the outcomes, not among them", () =>
  expect(shownOf({ ...none, same: 4, noted: 4 })).toEqual([
    { shown: "all", count: 4 },
    { shown: "same", count: 4 },
    { shown: "noted", count: 4 },
  ]));

test("progress neither divides by nothing nor goes beyond its end", () => {
  expect(percent({ done: 0, total: 0 })).toBe(0);
  expect(percent({ done: 1, total: 3 })).toBe(33);
  expect(percent({ done: 9, total: 3 })).toBe(100);
});
