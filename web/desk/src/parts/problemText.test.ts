import { ProblemError } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { translator } from "../words/words";
import { fieldErrors, problemText } from "./problemText";

const t = translator("da");
const refused = (slug: string, more: object = {}) =>
  new ProblemError(400, { type: `urn:kanal:problem:${slug}`, detail: "In English.", ...more });

describe("what the server refuses", () => {
  test("is said in the reader's language where we know what it is", () => {
    const errors = { name: ["This is needed."], text: ["Too long."], other: ["Something else."] };
    const reasons = { name: { reason: "required" }, text: { reason: "tooLong", most: 40 } };
    expect(fieldErrors(refused("invalid", { errors, reasons }), t)).toEqual({
      name: "Det her skal udfyldes.",
      text: "Det her er for langt: højst 40 tegn.",
      other: "Something else.",
    });
    expect(fieldErrors(refused("key-taken", { errors: { key: ["Taken."] } }), t)).toEqual({
      key: "Det er allerede i brug. Vælg noget andet.",
    });
    expect(problemText(refused("changed-meanwhile"), t)).toContain("En anden har ændret det");
  });

  test("is said in the server's words where we don't", () =>
    expect(problemText(refused("only-draft"), t)).toBe("In English."));
});
