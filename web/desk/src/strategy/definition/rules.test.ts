import { describe, expect, test } from "vitest";
import type { Definition } from "./definition";
import { freeId, moved, withCopy, withGroupRenamed, withoutRule, withRule, withRuleBack } from "./rules";

const definition: Definition = {
  name: "Trips",
  groups: { vip: { fact: "customer.group", operator: "is", value: "gold" } },
  rules: [
    {
      id: "first",
      name: "First",
      when: { all: [{ group: "vip" }, { not: { group: "vip" } }] },
      offer: ["chat"],
    },
    { id: "second", name: "Second", when: { group: "vip" }, offer: ["email"] },
    { id: "everybody", name: "Everybody", offer: ["help"] },
  ],
};
const ids = ({ rules }: Definition) => rules.map(({ id }) => id);

describe("the list of rules", () => {
  test("a new rule stands before the one for everybody", () =>
    expect(ids(withRule(definition, { name: "Små børn & æbler", offer: [] }).definition)).toEqual([
      "first",
      "second",
      "sma-born-aebler",
      "everybody",
    ]));
  test("a copy stands after its original under an id of its own", () =>
    expect(ids(withCopy(definition, "first", "First").definition)).toEqual([
      "first",
      "first-2",
      "second",
      "everybody",
    ]));
  test("the copy of the last does not take its place", () =>
    expect(ids(withCopy(definition, "everybody", "Copy").definition).at(-1)).toBe("everybody"));
  test("the last rule neither moves nor is moved past", () => {
    expect(ids(moved(definition, "everybody", 0))).toEqual(ids(definition));
    expect(ids(moved(definition, "first", 2))).toEqual(ids(definition));
    expect(ids(moved(definition, "first", 1))).toEqual(["second", "first", "everybody"]);
  });
  test("what was removed comes back where it was", () => {
    const [rule] = definition.rules;
    const without = withoutRule(definition, "first");
    expect(rule && withRuleBack(without, rule, 0)).toEqual(definition);
  });
  test("a group keeps its users when it is renamed", () => {
    const renamed = withGroupRenamed(definition, "vip", "gold");
    expect(Object.keys(renamed.groups ?? {})).toEqual(["gold"]);
    expect(JSON.stringify(renamed.rules)).not.toContain("vip");
  });
  test("an id is never taken, never empty and never too long", () => {
    expect(freeId("???", [])).toBe("rule");
    expect(freeId("a", ["a", "a-2"])).toBe("a-3");
    expect(freeId("x".repeat(200), []).length).toBeLessThanOrEqual(60);
  });
});
