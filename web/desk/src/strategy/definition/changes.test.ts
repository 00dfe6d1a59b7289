import { describe, expect, test } from "vitest";
import { changesOf, countOf, same } from "./changes";
import type { Definition, Rule } from "./definition";

const rule = (id: string, more: Partial<Rule> = {}): Rule => ({ id, name: id, offer: ["chat"], ...more });
const of = (...rules: Rule[]): Definition => ({ name: "x", rules });

describe("what differs between two strategies", () => {
  test("nothing, however it was written", () => {
    const before = { ...of(rule("a")), plain: [], economy: null };
    expect(
      countOf(changesOf(before, of(rule("a", { withhold: [], when: null, welcomeStrangers: false })))),
    ).toBe(0);
    expect(same({ a: 1, b: 2 }, { b: 2, a: 1 })).toBe(true);
  });
  test("rules by their ids, and the order of those that stay", () => {
    const changes = changesOf(
      of(rule("a"), rule("b"), rule("c")),
      of(rule("c"), rule("a", { value: 3 }), rule("d")),
    );
    expect(changes.added.map(({ id }) => id)).toEqual(["d"]);
    expect(changes.removed.map(({ id }) => id)).toEqual(["b"]);
    expect(changes.changed.map(({ after }) => after.id)).toEqual(["a"]);
    expect(changes.moved).toBe(true);
  });
  test("a zero that was said is not nothing", () =>
    expect(changesOf(of(rule("a")), of(rule("a", { solvedValue: 0 }))).changed).toHaveLength(1));
  test("other parts by name", () =>
    expect(changesOf(of(), { ...of(), holdout: { salt: "first" } }).parts).toEqual(["holdout"]));
});
