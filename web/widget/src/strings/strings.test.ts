import { expect, test } from "vitest";

type Leaf = string | Record<string, string>;
type Strings = Record<string, Leaf>;

const sources = import.meta.glob<Strings>("./*.json", { import: "default", eager: true });
const files = Object.keys(sources);
const read = (file: string): Strings => {
  const { launcher, invitation, ...rest } = sources[file] ?? {};
  const prefixed = Object.entries({ launcher, invitation }).flatMap(([part, texts]) =>
    Object.entries(texts ?? {}).map(([key, text]) => [`${part}.${key}`, text]),
  );
  return { ...rest, ...Object.fromEntries(prefixed) };
};
const english = read("./en.json");
const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort();
const texts = (leaf: Leaf | undefined) => (typeof leaf === "string" ? [leaf] : Object.values(leaf ?? {}));

test.each(files)("%s says everything that English says, and no more", (file) => {
  expect(Object.keys(read(file)).sort()).toEqual(Object.keys(english).sort());
});

test.each(files)("%s fills in the same words", (file) => {
  for (const [key, leaf] of Object.entries(read(file)))
    for (const text of texts(leaf)) {
      expect(text.trim(), key).not.toBe("");
      expect(placeholders(text), key).toEqual(placeholders(texts(english[key])[0] ?? ""));
    }
});

test.each(files)("%s has every plural its language counts in", (file) => {
  const categories = new Intl.PluralRules(file.slice(2, 4)).resolvedOptions().pluralCategories;
  for (const [key, leaf] of Object.entries(read(file)))
    if (typeof leaf !== "string") expect(Object.keys(leaf).sort(), key).toEqual([...categories].sort());
});
