const base = (tag: string) => tag.toLowerCase().split("-")[0];

/** How the reader's own region writes dates in this language; English without a region is written as in Europe. */
export function localeOf(
  language: string,
  wishes: readonly string[] = globalThis.navigator?.languages ?? [],
): string {
  const own = wishes.find((tag) => tag.includes("-") && base(tag) === base(language));
  return own ?? (language === "en" ? "en-GB" : language);
}

/** Every date and time that the desk writes. A day has 24 hours, as in opening hours, shifts and the server's words. */
export const dateFormat = (
  language: string,
  options: Intl.DateTimeFormatOptions,
  wishes?: readonly string[],
) => new Intl.DateTimeFormat(localeOf(language, wishes), { ...options, hourCycle: "h23" });
