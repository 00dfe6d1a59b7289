import type { LauncherStrings } from "./launcher-text";

const all = import.meta.glob<LauncherStrings>("../strings/*.json", { import: "launcher", eager: true });

export function launcherStrings(language: string): LauncherStrings {
  const found = all[`../strings/${language.split("-")[0]}.json`] ?? all["../strings/en.json"];
  return found as LauncherStrings;
}
