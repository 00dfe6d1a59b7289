import { describe, expect, test } from "vitest";
import { languages, type Wording } from "./words";

const english = languages.en as Record<string, Wording>;
const forms = (wording: Wording) => (typeof wording === "string" ? [wording] : Object.values(wording));
const placeholders = (sentence: string) =>
  [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort();

describe.each(Object.entries(languages))("%s", (language, strings) => {
  const words = strings as Record<string, Wording>;

  test("has exactly the keys of English", () =>
    expect(Object.keys(words).sort()).toEqual(Object.keys(english).sort()));

  test("has the placeholders of English in every form", () => {
    for (const [key, wording] of Object.entries(words)) {
      const expected = placeholders(forms(english[key] ?? "").at(-1) ?? "");
      for (const form of forms(wording)) {
        const found = placeholders(form);
        expect(
          found.filter((name) => name !== "count"),
          key,
        ).toEqual(expected.filter((name) => name !== "count"));
      }
    }
  });

  test("has every plural form that the language uses for whole numbers", () => {
    const rules = new Intl.PluralRules(language);
    const used = new Set(Array.from({ length: 200 }, (_, count) => rules.select(count)));
    for (const [key, wording] of Object.entries(words)) {
      expect(typeof wording === "string", key).toBe(typeof english[key] === "string");
      if (typeof wording !== "string")
        for (const form of used) expect(Object.keys(wording), key).toContain(form);
    }
  });

  test("leaves nothing empty", () => {
    for (const [key, wording] of Object.entries(words))
      for (const form of forms(wording)) expect(form.trim(), key).not.toBe("");
  });
});
