import { ProblemError } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { translator } from "../words/words";
import { fieldErrors, problemText } from "./problemText";

const t = translator("da");
const refused = (status: number, more: object = {}) =>
  new ProblemError(status, { type: "urn:kanal:problem:invalid", detail: "Det er ikke en dag.", ...more });

describe("what the server refuses", () => {
  test("is said in the server's words, which are in the reader's language", () => {
    expect(problemText(refused(400), t)).toBe("Det er ikke en dag.");
    expect(problemText(refused(429), t)).toBe("Det er ikke en dag.");
    expect(fieldErrors(refused(400, { errors: { day: ["Det er ikke en dag.", "Og for sent."] } }))).toEqual({
      day: "Det er ikke en dag.",
    });
  });

  test("is said in ours where something between us has answered", () => {
    expect(problemText(refused(503, { type: "about:blank", detail: "upstream down" }), t)).toContain(
      "travlt",
    );
    expect(problemText(new ProblemError(502, {}), t)).toContain("Noget gik galt");
    expect(problemText(new ProblemError(0), t)).toContain("kan ikke nås");
  });
});
