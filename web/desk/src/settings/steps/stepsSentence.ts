import type { SkillWish } from "@kanal/api";
import { inWords } from "../../words/relative";
import type { Translate } from "../../words/words";

/** Steps as one reads them: "Danish 4 for 30 sec, then Danish 3 for 1 min, then anyone". */
export function stepsSentence(
  steps: SkillWish[],
  name: (skill: string) => string,
  t: Translate,
  language: string,
): string {
  if (steps.length === 0) return t("steps.anyone");
  return steps
    .map(({ needs, seconds }) => {
      const who =
        needs.map(({ skill, level }) => `${name(skill)} ${level}`).join(` ${t("steps.and")} `) ||
        t("steps.anyone");
      return seconds ? t("steps.for", { who, time: inWords(seconds, language) }) : who;
    })
    .join(`, ${t("steps.then")} `);
}
