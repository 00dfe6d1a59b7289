import { expect, test } from "vitest";
import { blocksOf, hoursOf } from "./weekHours";

const windows = [
  { days: ["monday", "tuesday"], from: "10:00", to: "16:30", serviceLevel: 0.84, valueShare: 0.6 },
];
const tooFew = [{ days: ["monday"], from: "16:30", to: "00:00", missing: 1 }];

test("a week's hours are blocks of its days", () => {
  const blocks = blocksOf(windows, tooFew);
  expect(blocks).toEqual([
    { day: "monday", from: 600, to: 990, missing: 0 },
    { day: "tuesday", from: 600, to: 990, missing: 0 },
    { day: "monday", from: 990, to: 1440, missing: 1 },
  ]);
  expect(hoursOf(blocks)).toEqual({ from: 600, to: 1440 });
});

test("a week without hours shows those of a day's work", () =>
  expect(hoursOf([])).toEqual({ from: 480, to: 1080 }));
