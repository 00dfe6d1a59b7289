import type { Agent } from "@kanal/api";
import { languageSkill } from "../steps/skillNames";

/** What a language of the profile counts as where no level is set. */
const usual = 3;

/** Languages of the profile are there as long as the profile says so; no language there means every one. */
export const speaks = (agent: Pick<Agent, "languages">, skill: string) =>
  agent.languages.some((language) => languageSkill(language) === skill) ||
  (agent.languages.length === 0 && skill.startsWith("language:"));

export const levelOf = (agent: Pick<Agent, "languages" | "skills">, skill: string) =>
  agent.skills.find((each) => each.skill === skill)?.level ?? (speaks(agent, skill) ? usual : 0);
