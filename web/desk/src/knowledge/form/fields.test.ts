import { describe, expect, test } from "vitest";
import { asKind, newField } from "./fields";

describe("a field", () => {
  test("to choose from begins with something to choose", () =>
    expect(newField("choice", "Hvad skete?", "Nyt valg", []).choices).toEqual([
      { key: "nyt-valg", label: "Nyt valg" },
    ]));
  test("of another kind keeps the question and lets go of limits that it does not know", () => {
    const asked = { ...newField("text", "Alder", "", []), least: 2, pattern: "\\d+", required: true };
    expect(asKind(asked, "longText", "")).toMatchObject({ least: 2, required: true });
    expect(asKind(asked, "number", "")).toEqual({
      key: "alder",
      label: "Alder",
      hint: undefined,
      required: true,
      kind: "number",
      choices: [],
    });
  });
  test("keeps what there is to choose from between one and several", () => {
    const asked = newField("choice", "Hvad?", "Et", []);
    expect(asKind(asked, "several", "Nyt").choices).toEqual(asked.choices);
    expect(asKind(asked, "text", "Nyt").choices).toEqual([]);
  });
});
