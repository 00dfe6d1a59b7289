export const base = (tag: string) => tag.toLowerCase().split("-")[0] ?? "";

/** The language with the reader's own region: whose telephone numbers are meant. */
export function localeOf(language: string, preferred: readonly string[]): string {
  return preferred.find((tag) => base(tag) === base(language)) ?? language;
}

/** The first wish that the site speaks; otherwise the site's own first language. */
export function chooseLanguage(wishes: (string | null | undefined)[], spoken: string[]): string {
  for (const wish of wishes) {
    const match = wish && spoken.find((language) => base(language) === base(wish));
    if (match) return match;
  }
  return spoken[0] ?? "en";
}
