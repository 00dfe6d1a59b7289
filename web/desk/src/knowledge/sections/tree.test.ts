import type { Section } from "@kanal/api";
import { expect, test } from "vitest";
import { inOrder, sectionName, treeOf } from "./tree";

const section = (id: string, position: number, parent?: string): Section => ({
  id,
  position,
  parent,
  site: "s",
  version: 1,
  texts: { da: { name: `${id} da` }, en: { name: `${id} en` } },
});
const names = (sections: Section[]) =>
  inOrder(treeOf(sections)).map(({ section: { id }, depth }) => `${"-".repeat(depth)}${id}`);

test("sections stand in each other, in their order", () =>
  expect(
    names([section("pay", 1), section("visa", 0, "pay"), section("book", 0), section("card", 1, "pay")]),
  ).toEqual(["book", "pay", "-visa", "-card"]));
test("one whose parent is not shown stands by itself", () =>
  expect(names([section("visa", 0, "elsewhere")])).toEqual(["visa"]));
test("a section is called as in the reader's language, or else as it is called at all", () => {
  expect(sectionName(section("pay", 0), "da")).toBe("pay da");
  expect(sectionName(section("pay", 0), "pl")).toBe("pay en");
});
