import type { LetterFile } from "@kanal/api";
import { expect, test } from "vitest";
import { hasFolds, inlineFiles, isColoured, isPlain, type Look, sheetStyle } from "./sheet";

const look: Look = { text: "T", surface: "S", accent: "A", line: "L", muted: "M", font: "F" };
const picture = (inline: string | null): LetterFile => ({
  file: { id: "f1", name: "fjord.png", type: "image/png", size: 1 },
  inline,
});

test("paragraphs and quotes are said as well by the plain text", () => {
  expect(isPlain('<div dir="ltr">Hej<br>Er der plads?<blockquote>Ja</blockquote></div>')).toBe(true);
  expect(isPlain('<p>Se <a href="https://fjordrejser.dk">turen</a></p>')).toBe(false);
  expect(isPlain('<p style="color: red">Haster</p>')).toBe(false);
  expect(isPlain('<p><img data-cid="x"></p>')).toBe(false);
});

test("the writer's colours keep the paper that they were chosen for", () => {
  expect(isColoured('<p style="background-color:#fff">Hej</p>')).toBe(true);
  expect(isColoured("<p>Hvilken farve har bussen?</p>")).toBe(false);
  expect(sheetStyle(look, true, false)).toContain("background: #ffffff");
  expect(sheetStyle(look, false, false)).toContain("background: S");
});

test("quotes and signatures are folded until somebody asks", () => {
  expect(hasFolds("<div data-quoted>Den 3. maj skrev</div>")).toBe(true);
  expect(hasFolds("<p>data-quoted</p>")).toBe(false);
  expect(sheetStyle(look, false, false)).toContain("[data-quoted],[data-signature] { display: none; }");
  expect(sheetStyle(look, false, true)).not.toContain("[data-quoted]");
});

test("only the pictures that the text shows are taken into it", () => {
  const html = '<img data-cid="fjord@1">';
  expect([...inlineFiles(html, [picture("fjord@1"), picture("other@1"), picture(null)]).keys()]).toEqual([
    "fjord@1",
  ]);
});
