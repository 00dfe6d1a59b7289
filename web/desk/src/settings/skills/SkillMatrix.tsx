import type { Agent } from "@kanal/api";
import { Stack, Table, Text, Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { patchAgent } from "../../live/patches";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { LevelSelect } from "../steps/LevelSelect";
import { languageOf } from "../steps/skillNames";
import { useSkillNames } from "../steps/useSkillNames";
import { useSave } from "../useSave";
import { levelOf, speaks } from "./levels";
import classes from "./SkillMatrix.module.css";

/** Who can do what. Each cell saves itself, so that two can fill it in at once. */
export function SkillMatrix({ agents }: { agents: Agent[] }) {
  const { t } = useWords();
  const cache = useQueryClient();
  const { name, languages, skills } = useSkillNames();
  const columns = [...languages, ...skills.map(({ id }) => id)];
  const set = useSave(
    ({ agent, skill, level }: { agent: string; skill: string; level: number }) =>
      ask(
        api.PUT("/api/v1/agents/{id}/skills/{skill}", {
          params: { path: { id: agent, skill } },
          body: { level },
        }),
      ),
    { refresh: [], quiet: true, onDone: (agent) => patchAgent(cache, agent) },
  );
  return (
    <Stack gap="sm">
      <Title order={2}>{t("skills.who")}</Title>
      <Text c="dimmed" maw="70ch">
        {t("skills.who.intro")}
      </Text>
      <div className={classes.scroll}>
        <Table bg="var(--surface)" withTableBorder className={classes.matrix ?? ""}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th className={classes.person ?? ""}>{t("field.name")}</Table.Th>
              {columns.map((skill) => (
                <Table.Th key={skill} scope="col" data-language={Boolean(languageOf(skill))}>
                  {name(skill)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {agents.map((agent) => (
              <Table.Tr key={agent.id}>
                <Table.Th scope="row" className={classes.person ?? ""}>
                  {agent.name}
                </Table.Th>
                {columns.map((skill) => (
                  <Table.Td key={skill}>
                    <LevelSelect
                      compact
                      name={`${agent.name}: ${name(skill)}`}
                      level={levelOf(agent, skill)}
                      lowest={speaks(agent, skill) ? 1 : 0}
                      onChange={(level) => set.mutate({ agent: agent.id, skill, level })}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
    </Stack>
  );
}
