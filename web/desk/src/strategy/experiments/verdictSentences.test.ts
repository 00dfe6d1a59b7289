import type { ExperimentResult } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { translator } from "../../words/words";
import { scaleOf } from "./scale";
import { verdictSentences } from "./verdictSentences";

const nothing: ExperimentResult = {
  at: "",
  arms: [],
  shares: { p: null, mismatch: false },
  net: { difference: null, interval: null },
  verdict: "tooEarly",
  otherCurrencies: 0,
  byPage: 0,
};
const said = (reading: Partial<ExperimentResult>) =>
  verdictSentences({ ...nothing, ...reading }, 0.05, translator("en"), "en");

describe("an experiment in words", () => {
  test("too little says how much longer, and no number", () =>
    expect(said({ verdict: "noEvidence", p: null, weeksToGo: 3 })).toEqual([
      "No evidence: nobody has ordered yet.",
      "About 3 more weeks.",
    ]));
  test("what the net shows already is not denied", () => {
    const net = { difference: 3, interval: [1, 5] };
    expect(said({ net, weeksToGo: 2 })[0]).toBe("Nothing can be said of the orders yet.");
    expect(said({ net: { difference: null, interval: [-1, 5] } })[0]).toBe("Nothing can be said yet.");
  });
  test("a verdict names its probability and its limit", () =>
    expect(said({ verdict: "better", p: 0.0004 })).toEqual([
      "It brings more orders.",
      "By chance alone this would be seen with probability < 0.001 at most; the limit is 5%.",
    ]));
  test("a wrong division goes before everything else", () =>
    expect(said({ verdict: "shareMismatch", p: 0.01, shares: { p: 0.00001, mismatch: true } })).toHaveLength(
      2,
    ));
});

test("zero is always on the line, with air on both sides", () => {
  const x = scaleOf(2, 6, 100);
  expect(x(0)).toBeGreaterThan(0);
  expect(x(6)).toBeLessThan(100);
  expect(scaleOf(0, 0, 100)(0)).toBeCloseTo(50);
});
