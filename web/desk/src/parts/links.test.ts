import { expect, test } from "vitest";
import { linkParts } from "./links";

const links = (text: string) =>
  linkParts(text).flatMap((part) => (part.kind === "link" ? [[part.text, part.href]] : []));

test.each([
  ["Se https://fjordrejser.dk/ture.", [["https://fjordrejser.dk/ture", "https://fjordrejser.dk/ture"]]],
  ["(www.fjordrejser.dk)", [["www.fjordrejser.dk", "https://www.fjordrejser.dk"]]],
  [
    "https://da.wikipedia.org/wiki/Å_(by)",
    [["https://da.wikipedia.org/wiki/Å_(by)", "https://da.wikipedia.org/wiki/Å_(by)"]],
  ],
  ["Skriv til soren@example.dk!", [["soren@example.dk", "mailto:soren@example.dk"]]],
  ["javascript:alert(1) data:text/html,x", []],
  ["3,5 kr. og 12.30", []],
])("%s", (text, expected) => expect(links(text)).toEqual(expected));

test("nothing of the text is lost", () => {
  const text = "Før https://a.dk, efter\nog www.b.dk";
  expect(
    linkParts(text)
      .map((part) => part.text)
      .join(""),
  ).toBe(text);
});
