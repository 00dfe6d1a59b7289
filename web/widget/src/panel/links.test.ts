import { expect, test } from "vitest";
import { withLinks } from "./links";

const hrefs = (text: string) => withLinks(text).flatMap(({ href }) => href ?? []);

test("The text is kept to the letter", () => {
  const text = "Se https://fjordrejser.dk/ture?id=7, eller skriv til hej@fjordrejser.dk.";
  expect(
    withLinks(text)
      .map((piece) => piece.text)
      .join(""),
  ).toBe(text);
  expect(hrefs(text)).toEqual(["https://fjordrejser.dk/ture?id=7", "mailto:hej@fjordrejser.dk"]);
});

test("Brackets around an address are not part of it", () => {
  expect(hrefs("(se https://a.dk/b)")).toEqual(["https://a.dk/b"]);
  expect(hrefs("https://a.dk/b_(c)")).toEqual(["https://a.dk/b_(c)"]);
});

test("Nothing but http, https and mail becomes a link", () => {
  expect(hrefs("javascript:alert(1) data:text/html,x <img src=x onerror=alert(1)>")).toEqual([]);
});
