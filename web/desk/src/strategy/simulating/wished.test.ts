import { describe, expect, test } from "vitest";
import { faultsOf, mostDays, requestOf, usual } from "./wished";

const today = "2026-11-22";

describe("what is proposed", () => {
  test("is the last week, the draft against what is live", () =>
    expect(usual(today, 3, [3, 2, 1, 0], true)).toEqual({
      traffic: "recorded",
      from: "2026-11-15",
      days: 7,
      runs: 10,
      one: "3",
      other: "draft",
    }));
  test("is the version before where there is no draft", () =>
    expect(usual(today, 3, [3, 2, 1, 0], false).other).toBe("2"));
});

describe("what is wished", () => {
  const wished = usual(today, 3, [3, 2], true);
  test("can be begun as it is proposed, and the draft is left unsaid", () => {
    expect(faultsOf(wished, today)).toEqual([]);
    expect(requestOf(wished)).toEqual({
      traffic: "recorded",
      from: "2026-11-15",
      days: 7,
      runs: 10,
      one: 3,
      other: undefined,
    });
  });
  test("can't be against itself, out of bounds or of days that are not kept", () => {
    expect(faultsOf({ ...wished, other: "3" }, today)).toEqual(["other"]);
    expect(faultsOf({ ...wished, from: "2026-11-23" }, today)).toEqual(["from"]);
    expect(faultsOf({ ...wished, from: "", days: "", runs: 51 }, today)).toEqual(["from", "days", "runs"]);
    expect(faultsOf({ ...wished, from: "2026-10-23" }, today)).toEqual(["from"]);
    expect(faultsOf({ ...wished, from: "2026-10-24" }, today)).toEqual([]);
    expect(faultsOf({ ...wished, days: 1.5 }, today)).toEqual(["days"]);
  });
  test("is of days to come where they are as many as are expected", () => {
    const ahead = usual(today, 3, [3, 2], true, "expected");
    expect(ahead.from).toBe("2026-11-23");
    expect(faultsOf({ ...ahead, days: 14 }, today)).toEqual([]);
    expect(faultsOf({ ...ahead, from: today }, today)).toEqual(["from"]);
    expect(faultsOf({ ...ahead, from: "2027-01-22" }, today)).toEqual(["from"]);
  });
  test("can't be of days that are still to come", () => {
    expect(faultsOf({ ...wished, from: today, days: 2 }, today)).toEqual(["days"]);
    const most = (from: string) => mostDays("recorded", from, today);
    expect([most(today), most("2026-11-15"), most("2026-10-01")]).toEqual([1, 8, 14]);
  });
});
