import { describe, expect, test } from "vitest";
import { added, leaves, placeOfPart, tidy, turned, withParts } from "./conditions";
import type { Condition } from "./definition";

const a: Condition = { fact: "a", operator: "is", value: "1" };
const b: Condition = { fact: "b", operator: "is", value: "2" };

describe("conditions are changed without being lost", () => {
  test("a second test beside the first makes a list of both", () =>
    expect(added(a, b)).toEqual({ all: [a, b] }));
  test("a third goes into the list", () => expect(added({ all: [a] }, b)).toEqual({ all: [a, b] }));
  test("beside a choice it narrows the choice", () =>
    expect(added({ any: [a, b] }, a)).toEqual({ all: [{ any: [a, b] }, a] }));
  test("all becomes any with the same parts", () =>
    expect(turned({ all: [a, b] }, "any")).toEqual({ any: [a, b] }));
  test("what becomes 'not' keeps its parts together, and finds them again", () => {
    const not = turned({ any: [a, b] }, "not");
    expect(not).toEqual({ not: { any: [a, b] } });
    expect(turned(not, "all")).toEqual({ all: [a, b] });
  });
  test("a single part needs no box within 'not'", () =>
    expect(turned({ all: [a] }, "not")).toEqual({ not: a }));
  test("a 'not' without a part is gone", () => expect(withParts({ not: a }, [])).toBeUndefined());
  test("a box of one is its part, and an empty one nothing", () => {
    expect(tidy({ all: [{ any: [a] }, { all: [] }] })).toEqual(a);
    expect(tidy({ not: { not: b } })).toEqual(b);
    expect(tidy({ any: [] })).toBeUndefined();
  });
  test("places are told as the server tells them", () => {
    expect(placeOfPart("when", { all: [a, b] }, 1)).toBe("when.all[1]");
    expect(placeOfPart("when.all[0]", { not: a }, 0)).toBe("when.all[0].not");
  });
  test("all tests are found, however deep", () =>
    expect(leaves({ all: [a, { not: { any: [b, { group: "g" }] } }] })).toEqual([a, b, { group: "g" }]));
});
