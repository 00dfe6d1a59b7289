import { useQuery } from "@tanstack/react-query";
import { agentsQuery, sitesQuery, skillsQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { languageOf, languageSkill, skillName } from "./skillNames";

/** Every skill that can be asked for, and what each is called: languages of sites and people, and our own skills. */
export function useSkillNames() {
  const { t, language } = useWords();
  const skills = useQuery(skillsQuery).data ?? [];
  const sites = useQuery(sitesQuery).data ?? [];
  const agents = useQuery(agentsQuery).data ?? [];
  const name = (skill: string) => skillName(skill, skills, t, language);
  const spoken = [
    ...sites.flatMap((site) => site.languages),
    ...agents.filter((agent) => agent.active).flatMap((agent) => agent.languages),
  ].map(languageSkill);
  const levelled = agents
    .flatMap((agent) => agent.skills)
    .map(({ skill }) => skill)
    .filter(languageOf);
  const languages = [...new Set([...spoken, ...levelled])].toSorted((a, b) =>
    name(a).localeCompare(name(b), language),
  );
  return { name, languages, skills };
}
