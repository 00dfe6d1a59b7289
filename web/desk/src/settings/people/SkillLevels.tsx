import type { AgentSkill } from "@kanal/api";
import { Fieldset, Group, SimpleGrid, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { levelOf, speaks } from "../skills/levels";
import { LevelSelect } from "../steps/LevelSelect";
import { languageSkill } from "../steps/skillNames";
import { useSkillNames } from "../steps/useSkillNames";

interface Props {
  languages: string[];
  skills: AgentSkill[];
  onChange: (skills: AgentSkill[]) => void;
}

/** How well one person has each skill, and each of their languages. */
export function SkillLevels({ languages, skills, onChange }: Props) {
  const { t } = useWords();
  const { name, skills: known } = useSkillNames();
  const columns = [...languages.map(languageSkill), ...known.map(({ id }) => id)];
  if (columns.length === 0) return null;
  const agent = { languages, skills };
  return (
    <Fieldset legend={t("settings.skills")}>
      <Text c="dimmed" mb="sm">
        {t("skills.levels")}
      </Text>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm">
        {columns.map((skill) => (
          <Group key={skill} gap="sm" wrap="nowrap" justify="space-between">
            <Text truncate>{name(skill)}</Text>
            <LevelSelect
              name={t("steps.level", { skill: name(skill) })}
              level={levelOf(agent, skill)}
              lowest={speaks(agent, skill) ? 1 : 0}
              onChange={(level) =>
                onChange([
                  ...skills.filter((each) => each.skill !== skill),
                  ...(level > 0 ? [{ skill, level }] : []),
                ])
              }
            />
          </Group>
        ))}
      </SimpleGrid>
    </Fieldset>
  );
}
