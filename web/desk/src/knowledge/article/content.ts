import type { ArticleContent, ArticleText, FormField } from "@kanal/api";
import type { WordKey } from "../../words/words";

export type Content = Required<Omit<ArticleContent, "thanks">> & Pick<ArticleContent, "thanks">;

/** What is written of an article in one language. */
export interface Written {
  content: Content;
  slug?: string;
  shortcut?: string;
  translatedFrom?: number;
}

export const whole = (content: ArticleContent): Content => ({
  ...content,
  body: content.body ?? "",
  questions: content.questions ?? [],
  keywords: content.keywords ?? [],
  steps: content.steps ?? [],
  fields: content.fields ?? [],
  channels: content.channels ?? {},
});

/** The draft where there is one, or else what is published or will be. */
export const contentOf = (text: ArticleText): Content =>
  whole(text.draft?.content ?? text.scheduled?.content ?? text.published?.content ?? { title: text.title });

/** What a translator begins with: the structure, and the words to be translated; not how people ask in another language. */
export const toTranslate = (original: Content): Content => ({
  ...original,
  questions: [],
  keywords: [],
  channels: {},
});

export interface Part {
  key: string;
  label: WordKey;
  /** Which one of several, from 1. */
  number?: number;
  text: string;
}

/** Everything that an article says, piece by piece, to be compared. */
export function partsOf(given: ArticleContent): Part[] {
  const content = whole(given);
  const parts: Part[] = [
    { key: "title", label: "knowledge.title", text: content.title },
    { key: "body", label: "knowledge.body", text: content.body },
    ...content.steps.map(({ title, body }, at) => ({
      key: `step${at}`,
      label: "knowledge.step" as const,
      number: at + 1,
      text: [title, body].filter(Boolean).join("\n\n"),
    })),
    ...content.fields.map((field) => ({
      key: `field-${field.key}`,
      label: "knowledge.field" as const,
      text: fieldText(field),
    })),
    { key: "thanks", label: "knowledge.thanks", text: content.thanks ?? "" },
    { key: "questions", label: "knowledge.questions", text: content.questions.join("\n") },
    { key: "keywords", label: "knowledge.keywords", text: content.keywords.join(", ") },
    { key: "chat", label: "channel.chat", text: content.channels.chat ?? "" },
    { key: "email", label: "channel.email", text: content.channels.email ?? "" },
    { key: "sms", label: "channel.sms", text: content.channels.sms ?? "" },
    { key: "phone", label: "channel.phone", text: content.channels.phone ?? "" },
  ];
  return parts.filter(({ text }) => text !== "");
}

function fieldText(field: FormField): string {
  const { label, hint, choices = [], required, least, most, earliest, latest, pattern } = field;
  const limits = [least, most, earliest, latest, pattern].filter(
    (limit) => limit !== null && limit !== undefined,
  );
  return [
    `${label}${required ? " *" : ""}`,
    hint,
    ...choices.map((choice) => `- ${choice.label}`),
    limits.join(" · "),
  ]
    .filter(Boolean)
    .join("\n");
}
