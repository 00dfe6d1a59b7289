import { expect, test } from "vitest";
import { type GivenFacts, knownFacts, standing } from "./facts";

test("What a page tells beyond what is known is left out", () => {
  const given = { step: "payment", card: "4571…", basket: { value: 100, items: 2, lines: ["a"] } };
  expect(knownFacts(given as GivenFacts)).toEqual({ step: "payment", basket: { value: 100, items: 2 } });
});

test("What was told stays until it is told anew, and null takes it back", () => {
  const first = knownFacts({ step: "payment", error: "card-declined", own: { plan: "gold" } });
  expect(knownFacts({ error: null }, first)).toEqual({ step: "payment", error: null, own: { plan: "gold" } });
});

test("A site's own facts may be told nested or dotted", () => {
  const first = knownFacts({ own: { plan: "gold" } });
  expect(knownFacts({ "own.seats": 12 } as GivenFacts, first)).toEqual({ own: { plan: "gold", seats: 12 } });
});

test("A signal counts once, and one that no rule can name not at all", () => {
  expect(standing({ signals: ["form-error", "formError"] }, ["formError", "hesitation"])).toEqual([
    "formError",
    "hesitation",
  ]);
});
