import type { FormField } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { translator } from "../../words/words";
import { faultOf, faultsOf, type Given } from "./faults";
import { keyOf } from "./keys";

const t = translator("en");
const field = (kind: FormField["kind"], more: Partial<FormField> = {}): FormField => ({
  key: "k",
  label: "K",
  kind,
  ...more,
});
const choices = [
  { key: "sea", label: "Sea" },
  { key: "air", label: "Air" },
];

describe("a field that was filled in", () => {
  test.each<[string, FormField, Given]>([
    ["nothing, where nothing is asked", field("text"), ""],
    ["letters within the limits", field("text", { least: 2, most: 4 }), "åæø"],
    ["a booking number", field("text", { pattern: "FR-\\d{4}" }), "FR-1234"],
    ["an address", field("email"), "søren@example.dk"],
    ["a number to call", field("phone"), "+45 12 34 56 78"],
    ["a number at its limit", field("number", { most: 5 }), 5],
    ["zero is an answer", field("number", { required: true }), 0],
    ["a day", field("date", { earliest: "2026-01-01" }), "2026-01-01"],
    ["one of the choices", field("choice", { choices }), "sea"],
    ["two of them", field("several", { choices, most: 2 }), ["sea", "air"]],
    ["no", field("yesNo"), false],
    ["a pattern that only the server can read", field("text", { pattern: "(?<" }), "x"],
  ])("is right: %s", (_, asked, given) => expect(faultOf(asked, given, t)).toBeUndefined());

  test.each<[string, FormField, Given, string]>([
    ["what is needed", field("text", { required: true }), " ".trim(), "needed"],
    ["a consent", field("yesNo", { required: true }), false, "needed"],
    ["too short", field("text", { least: 3 }), "ab", "3"],
    ["too long, counted as people do", field("text", { most: 1 }), "👍👍", "1"],
    [
      "the pattern's own words",
      field("text", { pattern: "\\d+", patternHint: "Only digits" }),
      "x",
      "Only digits",
    ],
    ["no address", field("email"), "søren", "email"],
    ["no number", field("phone"), "ring til mig", "phone"],
    ["above the greatest", field("number", { most: 5 }), 6, "5"],
    ["before the earliest", field("date", { earliest: "2026-01-01" }), "2025-12-31", "2026-01-01"],
    ["a choice that is not there", field("choice", { choices }), "rail", "one of"],
    ["too many of them", field("several", { choices, most: 1 }), ["sea", "air"], "1"],
  ])("is wrong: %s", (_, asked, given, said) => expect(faultOf(asked, given, t)).toContain(said));

  test("each has its own sentence", () => {
    const fields = [
      field("email", { key: "a" }),
      field("text", { key: "b", required: true }),
      field("text", { key: "c" }),
    ];
    expect(Object.keys(faultsOf(fields, { a: "x" }, t))).toEqual(["a", "b"]);
  });
});

describe("a field's key", () => {
  test("is made of its label", () => expect(keyOf("Hvornår rejser du?", [])).toBe("hvornaar-rejser-du"));
  test("has no marks of the four languages", () => expect(keyOf("Łódź și ț, Øl", [])).toBe("lodz-si-t-ol"));
  test("is never one that is taken", () => expect(keyOf("Navn", ["navn", "navn-2"])).toBe("navn-3"));
  test("is there even for signs alone", () => expect(keyOf("???", [])).toBe("field"));
});
