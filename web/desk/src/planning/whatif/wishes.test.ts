import type { Plan } from "@kanal/api";
import { expect, test } from "vitest";
import { changeOf, targetsFor, wishesOf } from "./wishes";

const usual = wishesOf({ target: { seconds: 60, share: 0.8 }, atOnce: 3, shrinkage: 0.15 } as Plan);

test("only what is otherwise is asked for", () => {
  expect(changeOf(usual, usual)).toEqual({});
  expect(changeOf({ ...usual, people: 1, contacts: 1.1 }, usual)).toEqual({ people: 1, contacts: 1.1 });
});

test("the target that holds now is among those to choose, in its place", () =>
  expect(targetsFor(false, 40).slice(2, 6)).toEqual([20, 30, 40, 45]));
