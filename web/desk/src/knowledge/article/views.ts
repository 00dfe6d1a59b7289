import type { Article, ArticleText } from "@kanal/api";

export type View = "write" | "original" | "since" | "preview" | "tryOut" | "channels";

/** What is worth looking at beside what is written, the most useful first. */
export function usefulViews(
  { original, kind }: Article,
  { language, stale, published }: ArticleText,
): View[] {
  const translates = language !== original;
  return [
    "write",
    ...(translates && stale ? (["since"] as const) : []),
    ...(translates ? (["original"] as const) : []),
    "preview",
    ...(kind === "form" ? (["tryOut"] as const) : []),
    ...(published ? (["channels"] as const) : []),
  ];
}
