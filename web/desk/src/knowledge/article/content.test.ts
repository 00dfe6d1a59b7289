import type { ArticleText } from "@kanal/api";
import { describe, expect, test } from "vitest";
import { contentOf, partsOf, toTranslate, whole } from "./content";

const text = (more: Partial<ArticleText>) => ({ title: "Nordlys", ...more }) as ArticleText;
const version = (body: string) => ({
  number: 1,
  title: "Nordlys",
  content: { title: "Nordlys", body },
  translatedFrom: null,
  remark: null,
  author: null,
  createdAt: "",
});

describe("what is written", () => {
  test("is the draft, before what is published", () => {
    const draft = {
      content: { title: "Nordlys", body: "kladde" },
      translatedFrom: null,
      savedAt: "",
      savedBy: null,
    };
    expect(contentOf(text({ draft, published: version("ude") })).body).toBe("kladde");
    expect(contentOf(text({ published: version("ude") })).body).toBe("ude");
  });
  test("is whole, whatever the server left out", () =>
    expect(whole({ title: "Nordlys" })).toEqual({
      title: "Nordlys",
      body: "",
      questions: [],
      keywords: [],
      steps: [],
      fields: [],
      channels: {},
    }));
  test("is begun in another language with its words, and without how people ask in the first", () => {
    const begun = toTranslate(
      whole({ title: "Nordlys", body: "Fra september", questions: ["Hvornår?"], channels: { sms: "Sept." } }),
    );
    expect(begun).toMatchObject({ title: "Nordlys", body: "Fra september", questions: [], channels: {} });
  });
});

test("everything that can be written can be compared", () => {
  const parts = partsOf({
    title: "Bagage",
    body: "Tekst",
    questions: ["Hvor meget?"],
    keywords: ["kuffert", "vægt"],
    steps: [{ title: "Vej den", body: "Hjemme" }],
    fields: [
      {
        key: "what",
        kind: "choice",
        label: "Hvad skete?",
        required: true,
        choices: [{ key: "lost", label: "Den kom ikke" }],
      },
    ],
    thanks: "Tak",
    channels: { chat: "a", email: "b", sms: "c", phone: "d" },
  });
  expect(parts.map(({ key }) => key)).toEqual([
    "title",
    "body",
    "step0",
    "field-what",
    "thanks",
    "questions",
    "keywords",
    "chat",
    "email",
    "sms",
    "phone",
  ]);
  expect(parts.find(({ key }) => key === "field-what")?.text).toBe("Hvad skete? *\n- Den kom ikke");
});
