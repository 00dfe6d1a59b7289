import { describe, expect, test } from "vitest";
import type { Definition } from "./definition";
import { ofPlace, ownOf, type Problem, placed, within } from "./problems";

const problem = (place: string): Problem => ({ kind: "wrongValue", place, sentence: "", stops: true });
const checked: Definition = {
  name: "",
  rules: [
    { id: "a", name: "", offer: [] },
    { id: "b", name: "", offer: [] },
  ],
};

describe("problems stand where they are", () => {
  test("a problem goes with its rule, wherever that moves", () =>
    expect(placed([problem("rules[1].when.all[0].value")], checked)[0]).toMatchObject({
      rule: "b",
      path: "when.all[0].value",
    }));
  test("a problem of the whole rule has no path", () =>
    expect(placed([problem("rules[0]")], checked)[0]).toMatchObject({ rule: "a", path: "" }));
  test("what is of no rule keeps its place", () =>
    expect(placed([problem("economy.uplift")], checked)[0]).toEqual({
      problem: problem("economy.uplift"),
      path: "economy.uplift",
    }));
  test("the tenth part is not within the first", () => {
    expect(within("when.all[10].value", "when.all[1]")).toBe(false);
    expect(within("when.all[1].value", "when.all[1]")).toBe(true);
  });
  test("a box shows only what none of its parts shows", () => {
    const all = placed([problem("rules[0].when.all"), problem("rules[0].when.all[0].fact")], checked);
    expect(ownOf(all, "when", ["when.all[0]"]).map(({ path }) => path)).toEqual(["when.all"]);
    expect(ofPlace(all, "when")).toHaveLength(2);
  });
});
