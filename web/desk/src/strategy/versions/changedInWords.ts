import type { Translate } from "../../words/words";
import { listed, word } from "../sentences/speech";
import type { Version } from "../types";

/** What a version changed against the one before: "new: Last step; changed: Everybody". */
export function changedInWords({ changes, restores }: Version, t: Translate, language: string): string {
  const names = (key: "added" | "changed" | "removed" | "moved") => {
    const rules = (changes[key] ?? []).map((rule) => t("strategy.quoted", { text: rule }));
    return rules.length > 0 ? t(`strategy.changed.${key}`, { names: listed(rules, language) }) : "";
  };
  const parts = (changes.parts ?? []).map((part) => word(t, `strategy.part.${part}`, part));
  const said = [
    restores != null ? t("strategy.changed.restores", { number: restores }) : "",
    names("added"),
    names("changed"),
    names("removed"),
    names("moved"),
    parts.length > 0 ? t("strategy.changed.parts", { names: listed(parts, language) }) : "",
  ].filter(Boolean);
  return said.length > 0 ? said.join("; ") : t("strategy.changed.nothing");
}
