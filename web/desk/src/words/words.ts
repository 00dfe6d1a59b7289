import da from "../strings/da.json";
import en from "../strings/en.json";
import pl from "../strings/pl.json";
import ro from "../strings/ro.json";

/** A sentence, or one per plural form of `count`. */
export type Wording = string | Partial<Record<Intl.LDMLPluralRule, string>>;
export type WordKey = keyof typeof en;
export type Values = Record<string, string | number>;
export type Translate = (key: WordKey, values?: Values) => string;

export const languages = { da, en, pl, ro } satisfies Record<string, Record<WordKey, Wording>>;
export type Language = keyof typeof languages;
export const languageNames: Record<Language, string> = {
  da: "Dansk",
  en: "English",
  pl: "Polski",
  ro: "Română",
};

export const isLanguage = (value: string | null | undefined): value is Language =>
  typeof value === "string" && value in languages;

/** The first of the wished languages that we speak. */
export function chooseLanguage(wished: readonly (string | null | undefined)[]): Language {
  for (const wish of wished) {
    const base = wish?.toLowerCase().split("-")[0];
    if (isLanguage(base)) return base;
  }
  return "en";
}

export function translator(language: Language): Translate {
  const words: Record<WordKey, Wording> = languages[language];
  const plural = new Intl.PluralRules(language);
  return (key, values = {}) => {
    const wording = words[key];
    const sentence =
      typeof wording === "string"
        ? wording
        : (wording[plural.select(Number(values.count ?? 0))] ?? wording.other ?? key);
    return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));
  };
}
