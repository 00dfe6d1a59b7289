import { expect, test } from "vitest";
import { held } from "./held";

test.each([
  [33, 3, { count: 3, left: 1, bound: "maximum" }],
  [33, 5, { count: 3, left: 1, bound: "units" }],
  [100, 1, { count: 1, left: 0, bound: "maximum" }],
  [20, 2, { count: 2, left: 60, bound: "maximum" }],
])("of weight %i and at most %i", (weight, maximum, answer) =>
  expect(held({ weight, maximum })).toEqual(answer),
);
