import { describe, expect, test } from "vitest";
import { ask, ProblemError } from "./client";

const answer = (status: number, headers: Record<string, string> = {}) =>
  ask(Promise.resolve({ error: { title: "No" }, response: new Response(null, { status, headers }) })).catch(
    (error: unknown) => error as ProblemError,
  );

describe("what was refused", () => {
  test("is tried again no sooner than the server asks, and not by all at the same moment", async () => {
    const busy = (await answer(503, { "Retry-After": "2" })) as ProblemError;
    expect(busy.passing).toBe(true);
    expect([busy.askedToWaitMs(0), busy.askedToWaitMs(1)]).toEqual([2000, 3000]);
  });

  test.each([
    [0, true],
    [404, false],
    [408, true],
    [422, false],
    [429, true],
    [500, true],
  ])("with %i passes: %s", (status, passing) => {
    expect(new ProblemError(status).passing).toBe(passing);
  });
});
