import { describe, expect, test } from "vitest";
import { bandPath, linePath, runs, stepPath, ticksTo, upTo } from "./scale";

describe("the numbers beside a chart", () => {
  test.each([
    [3.4, [0, 1, 2, 3, 4]],
    [17, [0, 5, 10, 15, 20]],
    [40, [0, 10, 20, 30, 40]],
    [0.03, [0, 0.01, 0.02, 0.03]],
    [1, [0, 0.5, 1]],
  ])("up to %f are %j", (most, ticks) => expect(ticksTo(most)).toEqual(ticks));
  test("are there for an empty day", () => expect(ticksTo(0)).toEqual([0, 1]));
});

test("zero is at the bottom and the most at the top", () => {
  const y = upTo(20, 100);
  expect([y(0), y(10), y(20)]).toEqual([100, 50, 0]);
});

describe("a line", () => {
  test("is broken where nothing is known", () =>
    expect(linePath([{ x: 0, y: 1 }, { x: 1, y: 2 }, null, { x: 3, y: 4 }])).toBe("M0 1L1 2M3 4"));
  test("of steps holds its level over the whole of each", () =>
    expect(stepPath([5, 5, null, 2], (index) => index * 10)).toBe("M0 5H10V5H20M30 2H40"));
});

test("a band is closed at each end of what is known", () =>
  expect(bandPath([{ x: 0, low: 2, high: 1 }, { x: 1, low: 3, high: 1 }, null])).toBe("M0 1L1 1L1 3L0 2Z"));

test("stretches in a row are found", () =>
  expect(runs([0, 1, 1, 0, 1], (each) => each === 1)).toEqual([
    { from: 1, to: 3 },
    { from: 4, to: 5 },
  ]));
