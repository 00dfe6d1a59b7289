import type { Answer, FoundArticle } from "@kanal/api";
import { emojiFor } from "./emoji";

export interface Suggestion {
  key: string;
  title: string;
  detail?: string;
  sign?: string;
  /** The whole text of the composer after this is chosen. */
  result: string;
  /** Its text is asked for when it is chosen. */
  article?: FoundArticle;
}

/** What the text so far asks for: `/` at the very start an answer, `:` in front of the caret an emoji. */
export function suggestionsFor(
  text: string,
  answers: Answer[],
  language: string,
  fill: (text: string) => string,
  found: FoundArticle[] = [],
) {
  const sought = soughtIn(text);
  if (sought !== null) return answersFor(sought, answers, language, fill, found);
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

/** Articles in the same list; short answers have come in their own way. */
export const articleSuggestions = (articles: FoundArticle[]): Suggestion[] =>
  articles
    .filter(({ kind }) => kind !== "shortAnswer")
    .map((article) => ({
      key: `article-${article.id}`,
      title: article.title,
      detail: article.excerpt.text,
      result: "",
      article,
    }));

/** What stands behind the `/`; null where no answer is sought. */
export function soughtIn(text: string) {
  return text.startsWith("/") && !text.includes("\n") ? text.slice(1) : null;
}

/** Those at hand that hold what is typed, then what the server found in spite of typing errors and in other forms, articles too. */
function answersFor(
  typed: string,
  answers: Answer[],
  language: string,
  fill: (text: string) => string,
  found: FoundArticle[],
): Suggestion[] {
  const words = typed.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  const rank = (answer: Answer) =>
    (answer.language === language ? 0 : 2) +
    (answer.shortcut.toLowerCase().startsWith(words[0] ?? "") ? 0 : 1);
  const held = answers
    .filter((answer) => {
      const all = `${answer.shortcut} ${answer.title} ${answer.text}`.toLocaleLowerCase();
      return words.every((word) => all.includes(word));
    })
    .toSorted((a, b) => rank(a) - rank(b));
  const others = found.filter(
    ({ id, language }) => !held.some((answer) => answer.id === id && answer.language === language),
  );
  return [...held, ...others].slice(0, 8).map((answer) => ({
    key: `${answer.id} ${answer.language}`,
    title: answer.shortcut ? `/${answer.shortcut} · ${answer.title}` : answer.title,
    detail: fill(answer.text ?? ""),
    result: fill(answer.text ?? ""),
  }));
}
