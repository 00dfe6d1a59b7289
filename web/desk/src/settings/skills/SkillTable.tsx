import type { Skill } from "@kanal/api";
import { Group, Paper, Stack, Text } from "@mantine/core";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { NameButton } from "../NameButton";
import { useSave } from "../useSave";

export function SkillTable({ skills, onEdit }: { skills: Skill[]; onEdit: (skill: Skill) => void }) {
  const { t } = useWords();
  const remove = useSave(
    (id: string) => ask(api.DELETE("/api/v1/skills/{id}", { params: { path: { id } } })),
    { refresh: ["skills", "agents"], quiet: true },
  );
  return (
    <Paper withBorder p="md" mb="lg" maw={760}>
      {skills.length === 0 ? (
        <Text c="dimmed">{t("skills.empty")}</Text>
      ) : (
        <Stack gap="sm">
          {skills.map((skill) => (
            <Group key={skill.id} wrap="nowrap" justify="space-between">
              <div>
                <NameButton name={skill.name} onClick={() => onEdit(skill)} />
                {skill.description && <Text c="dimmed">{skill.description}</Text>}
              </div>
              <DeleteButton
                name={skill.name}
                loses={t("skills.delete", { name: skill.name })}
                onDelete={() => remove.mutate(skill.id)}
              />
            </Group>
          ))}
        </Stack>
      )}
    </Paper>
  );
}
