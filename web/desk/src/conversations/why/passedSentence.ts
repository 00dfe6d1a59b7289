import type { PassedAgent } from "@kanal/api";
import type { Translate } from "../../words/words";

const languageSkill = /^language:(.+)$/;

/** "Danish 2, needed 4": why somebody was not chosen, in the reader's words. */
export function passedSentence(passed: PassedAgent, t: Translate, language: string): string {
  return t(`why.passed.${passed.for}`, {
    has: passed.has ?? 0,
    needed: passed.needed ?? 0,
    skill: skillName(passed.skill, language),
  });
}

function skillName(skill: string | null | undefined, language: string): string {
  const spoken = skill?.match(languageSkill)?.[1];
  return spoken
    ? (new Intl.DisplayNames(language, { type: "language" }).of(spoken) ?? spoken)
    : (skill ?? "");
}
