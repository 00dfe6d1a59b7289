import { describe, expect, test } from "vitest";
import { around, block, bullets, type Edit, heading, link, numbers, picture, table } from "./edits";

/** `[` and `]` stand for the ends of the selection. */
const edited = (edit: Edit, marked: string) => {
  const start = marked.indexOf("‹");
  const end = marked.indexOf("›") - 1;
  const { text, start: from, end: to } = edit({ text: marked.replace(/[‹›]/g, ""), start, end });
  return `${text.slice(0, from)}‹${text.slice(from, to)}›${text.slice(to)}`;
};
const bold = around("**", "fed");

describe("the toolbar", () => {
  test("makes what is selected bold, and plain again", () => {
    expect(edited(bold, "Husk ‹passet› nu")).toBe("Husk **‹passet›** nu");
    expect(edited(bold, "Husk **‹passet›** nu")).toBe("Husk ‹passet› nu");
  });
  test("puts a sample where nothing is selected", () => expect(edited(bold, "‹›")).toBe("**‹fed›**"));
  test("makes a list of the lines, and lines of the list", () => {
    expect(edited(bullets, "a\nb‹b\nc›c\nd")).toBe("a\n‹- bb\n- cc›\nd");
    expect(edited(bullets, "‹- bb\n- cc›")).toBe("‹bb\ncc›");
  });
  test("numbers lines in their order", () =>
    expect(edited(numbers, "‹pas\nbillet›")).toBe("‹1. pas\n2. billet›"));
  test("a numbered list becomes one with dots", () =>
    expect(edited(bullets, "‹1. pas\n2. billet›")).toBe("‹- pas\n- billet›"));
  test("a line that is selected with its end takes no other along", () =>
    expect(edited(bullets, "‹a\n›b")).toBe("‹- a›\nb"));
  test("a heading replaces another level", () => expect(edited(heading, "# ‹›Pas")).toBe("‹## Pas›"));
  test("a link selects its address, to be written over", () =>
    expect(edited(link("tekst"), "Se ‹siden›")).toBe("Se [siden](‹https://›)"));
  test("a table stands between empty lines", () =>
    expect(edited(table("A", "B"), "Før‹›\nefter")).toBe(
      "Før\n\n| A | B |\n| --- | --- |\n|  |  |‹›\n\nefter",
    ));
  test("a block at the start has nothing before it", () => expect(edited(block("x"), "‹›")).toBe("x‹›\n"));
  test("a picture's name can't end it", () =>
    expect(picture("kort [1].png", "/files/k")).toBe("![kort 1](/files/k)"));
});
