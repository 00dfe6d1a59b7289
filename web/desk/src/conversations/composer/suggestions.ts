import type { Answer } from "@kanal/api";
import { emojiFor } from "./emoji";

export interface Suggestion {
  key: string;
  title: string;
  detail?: string;
  sign?: string;
  /** The whole text of the composer after this is chosen. */
  result: string;
}

/** What the text so far asks for: `/` at the very start an answer, `:` in front of the caret an emoji. */
export function suggestionsFor(
  text: string,
  answers: Answer[],
  language: string,
  fill: (text: string) => string,
) {
  if (text.startsWith("/") && !text.includes("\n")) return answersFor(text.slice(1), answers, language, fill);
  const typed = /(?:^|\s):([a-z]+)$/i.exec(text)?.[1];
  if (!typed) return [];
  return emojiFor(typed)
    .slice(0, 8)
    .map(
      ({ code, sign }): Suggestion => ({
        key: code,
        title: `:${code}`,
        sign,
        result: `${text.slice(0, text.length - typed.length - 1)}${sign} `,
      }),
    );
}

function answersFor(
  typed: string,
  answers: Answer[],
  language: string,
  fill: (text: string) => string,
): Suggestion[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rank = (answer: Answer) =>
    (answer.language === language ? 0 : 2) +
    (answer.shortcut.toLowerCase().startsWith(words[0] ?? "") ? 0 : 1);
  return answers
    .filter((answer) => {
      const all = `${answer.shortcut} ${answer.title} ${answer.text}`.toLocaleLowerCase();
      return words.every((word) => all.includes(word));
    })
    .toSorted((a, b) => rank(a) - rank(b))
    .slice(0, 8)
    .map((answer) => ({
      key: answer.id,
      title: `/${answer.shortcut} · ${answer.title}`,
      detail: fill(answer.text),
      result: fill(answer.text),
    }));
}
