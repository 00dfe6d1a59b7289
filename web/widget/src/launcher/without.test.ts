import { expect, test } from "vitest";
import { without } from "./without";

const facts = { step: "payment", basket: { value: -1, items: 2 }, signals: ["a"], own: { plan: "gold" } };

test("Only what was refused is left out", () => {
  expect(without(facts, ["facts.basket.value", "facts.own.plan"])).toEqual({
    step: "payment",
    basket: { items: 2 },
    signals: ["a"],
    own: {},
  });
});

test("One wrong word of several takes the list along", () => {
  expect(without({ signals: ["a", "b"], step: "x" }, ["facts.signals[1]"])).toEqual({ step: "x" });
});

test("What is not there can't be left out", () => {
  expect(without(facts, ["facts.error", "facts.step.of", "facts.visit.seconds"])).toEqual({
    basket: facts.basket,
    signals: facts.signals,
    own: facts.own,
  });
});
