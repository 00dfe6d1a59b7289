import { fill, type Plural, plural, type Values } from "../language/fill";
import type en from "../strings/en.json";

type Strings = Omit<typeof en, "launcher" | "invitation">;
export type PluralKey = { [K in keyof Strings]: Strings[K] extends string ? never : K }[keyof Strings];
export type TextKey = Exclude<keyof Strings, PluralKey>;

const files = import.meta.glob<Strings>("../strings/*.json", { import: "default" });

export interface Texts {
  language: string;
  (key: TextKey, values?: Values): string;
  count(key: PluralKey, n: number): string;
}

/** One language's strings, fetched when it is needed. A language without a file is read in English. */
export async function loadTexts({ language }: { language: string }): Promise<Texts> {
  const load = files[`../strings/${language.split("-")[0]}.json`] ?? files["../strings/en.json"];
  if (!load) throw new Error("The strings are missing from the build.");
  const strings = await load();
  const text = (key: TextKey, values?: Values) => fill(strings[key], values);
  const count = (key: PluralKey, n: number) => plural(language, strings[key] as Plural, n);
  return Object.assign(text, { language, count });
}
