import type { Skill } from "@kanal/api";
import { languageName } from "../../conversations/person/facts";
import type { Translate } from "../../words/words";

/** The conversation's own language, in a queue's steps. */
export const anyLanguage = "language";

export const languageSkill = (tag: string) => `language:${tag.split("-")[0]?.toLowerCase()}`;

export const languageOf = (skill: string) =>
  skill.startsWith("language:") ? skill.slice("language:".length) : undefined;

/** A skill by the name people know. */
export function skillName(skill: string, skills: Skill[], t: Translate, language: string): string {
  if (skill === anyLanguage) return t("steps.language");
  const spoken = languageOf(skill);
  if (spoken) return languageName(spoken, language);
  return skills.find(({ id }) => id === skill)?.name ?? t("skills.unknown");
}
