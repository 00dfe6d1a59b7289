import type { Written } from "./content";

/** What is written and not on the server yet, kept in this browser: a closed tab or a lost line loses nothing. */
interface Kept {
  written: Written;
  /** The edition that it was written on. */
  edition: number | undefined;
}

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const keyOf = (agent: string, article: string, language: string) =>
  `kanal.article.${agent}.${article}.${language}`;

export function keepText(
  agent: string,
  article: string,
  language: string,
  kept: Kept | null,
  store: Store = localStorage,
) {
  try {
    const key = keyOf(agent, article, language);
    if (kept) store.setItem(key, JSON.stringify(kept));
    else store.removeItem(key);
  } catch {
    // Storage is full or forbidden; the server's copy follows in a moment.
  }
}

export function keptText(
  agent: string,
  article: string,
  language: string,
  store: Store = localStorage,
): Kept | null {
  try {
    return JSON.parse(store.getItem(keyOf(agent, article, language)) ?? "null");
  } catch {
    return null;
  }
}
