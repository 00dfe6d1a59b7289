import { expect, test } from "vitest";
import { someFacts } from "../facts/catalogue.test-facts";
import { conditionAt } from "./conditionAt";
import type { Condition, Definition } from "./definition";
import { exampleOf } from "./example";

const groups: Definition["groups"] = {
  "last step": { fact: "step", operator: "isOneOf", value: ["payment", "done"] },
};
const when: Condition = {
  all: [
    { group: "last step" },
    { fact: "basket.value", operator: "above", value: 5000 },
    {
      any: [
        { fact: "open", operator: "isNot", value: true },
        { fact: "page", operator: "like", value: "*/x" },
      ],
    },
  ],
};

test("somebody for whom a rule is meant, of several ways the first", () =>
  expect(exampleOf(when, groups, someFacts)).toEqual({ step: "payment", "basket.value": 5001, open: false }));

test("a time of day is told in minutes", () =>
  expect(exampleOf({ fact: "time", operator: "between", value: ["09:30", "17:00"] }, {}, someFacts)).toEqual({
    time: 570,
  }));

test("groups in a circle end", () =>
  expect(exampleOf({ group: "a" }, { a: { all: [{ group: "a" }] } }, someFacts)).toEqual({}));

test("a place leads to its condition, in rules and in groups whose names have points", () => {
  const definition: Definition = {
    name: "",
    rules: [{ id: "a", name: "", when, offer: [] }],
    groups: { ...groups, "v.i.p": { not: { group: "last step" } } },
  };
  expect(conditionAt(definition, "rules[0].when.all[2].any[1]")).toEqual({
    fact: "page",
    operator: "like",
    value: "*/x",
  });
  expect(conditionAt(definition, "groups.v.i.p.not")).toEqual({ group: "last step" });
  expect(conditionAt(definition, "groups.last step")).toBe(groups["last step"]);
  expect(conditionAt(definition, "rules[7].when")).toBeUndefined();
});
