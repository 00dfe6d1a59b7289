import { languages, type Translate, type WordKey } from "../../words/words";
import type { Fact } from "../facts/fact";
import { listFormat } from "./formats";

/** All it takes to say something of a strategy in somebody's language. */
export interface Speech {
  t: Translate;
  language: string;
  facts: Map<string, Fact>;
}

const isWord = (key: string): key is WordKey => key in languages.en;

/** What is named by the server may be newer than this page, or the site's own: then its own name does. */
export const word = (t: Translate, key: string, otherwise: string) => (isWord(key) ? t(key) : otherwise);

/** The first letter large, as a sentence begins. */
export const capital = (text: string, language: string) =>
  text.slice(0, 1).toLocaleUpperCase(language) + text.slice(1);

/** The first letter small, within a sentence; SMS stays as it is. */
export const small = (text: string, language: string) =>
  /^\p{Lu}\p{Lu}/u.test(text) ? text : text.slice(0, 1).toLocaleLowerCase(language) + text.slice(1);

export const listed = (items: string[], language: string, type: Intl.ListFormatType = "conjunction") =>
  listFormat(language, type).format(items);
