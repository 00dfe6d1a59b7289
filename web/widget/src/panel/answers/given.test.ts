import { expect, test } from "vitest";
import type { FormField } from "../../contract";
import type { Texts } from "../texts";
import { inWords, missing } from "./given";

const field = (more: Partial<FormField>) =>
  ({ key: "a", kind: "text", label: "A", required: true, choices: [], ...more }) as FormField;
const t = ((key: string) => key) as Texts;

test("What is needed and empty is missing, and nothing else is", () => {
  expect(missing(field({}), { a: "  " })).toBe(true);
  expect(missing(field({ kind: "several" }), { a: [] })).toBe(true);
  expect(missing(field({ kind: "yesNo" }), { a: false })).toBe(false);
  expect(missing(field({ kind: "number" }), { a: 0 })).toBe(false);
  expect(missing(field({ required: false }), {})).toBe(false);
});

test("What was filled in reads as lines, and what was not is left out", () => {
  const choices = [
    { key: "x", label: "Fra Bergen" },
    { key: "y", label: "Fra Kiel" },
  ];
  const fields = [
    field({ key: "name", label: "Navn" }),
    field({ key: "from", kind: "several", label: "Afgang", choices }),
    field({ key: "ok", kind: "yesNo", label: "Forsikring" }),
    field({ key: "none", label: "Andet" }),
  ];
  expect(inWords(fields, { name: " Ada ", from: ["x", "y"], ok: true }, t)).toBe(
    "Navn: Ada\nAfgang: Fra Bergen, Fra Kiel\nForsikring: yes",
  );
});
