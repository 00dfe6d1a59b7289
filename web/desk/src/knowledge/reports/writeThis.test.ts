import { expect, test } from "vitest";
import { writeThis } from "./writeThis";

test("an article on what was sought begins with the words as title and as question", () => {
  const { pathname, searchParams } = new URL(writeThis("øl & mad om bord?", "da", "s1"), "https://desk");
  expect(pathname).toBe("/knowledge/articles");
  expect(Object.fromEntries(searchParams)).toEqual({
    new: "article",
    title: "Øl & mad om bord?",
    question: "øl & mad om bord?",
    in: "da",
    site: "s1",
  });
});
