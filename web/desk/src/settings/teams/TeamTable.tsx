import type { Team } from "@kanal/api";
import { Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { agentsQuery, queuesQuery } from "../../server/queries";
import { useWords } from "../../words/useWords";
import { NameButton } from "../NameButton";
import { useSave } from "../useSave";

export function TeamTable({ teams, onEdit }: { teams: Team[]; onEdit: (team: Team) => void }) {
  const { t } = useWords();
  const agents = useQuery(agentsQuery).data ?? [];
  const queues = useQuery(queuesQuery).data ?? [];
  const remove = useSave(
    (id: string) => ask(api.DELETE("/api/v1/teams/{id}", { params: { path: { id } } })),
    { refresh: ["teams", "queues", "agents"], quiet: true },
  );
  const names = (ids: string[], all: { id: string; name: string }[]) =>
    ids
      .map((id) => all.find((each) => each.id === id)?.name)
      .filter(Boolean)
      .join(", ");
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table bg="var(--surface)" withTableBorder verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("field.name")}</Table.Th>
            <Table.Th>{t("teams.members")}</Table.Th>
            <Table.Th>{t("teams.queues")}</Table.Th>
            <Table.Th aria-label={t("delete")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {teams.map((team) => (
            <Table.Tr key={team.id}>
              <Table.Td>
                <NameButton name={team.name} onClick={() => onEdit(team)} />
              </Table.Td>
              <Table.Td>
                {names(team.members, agents) || <Text c="dimmed">{t("teams.nobody")}</Text>}
              </Table.Td>
              <Table.Td>
                {names(team.queues, queues) || <Text c="dimmed">{t("teams.everyQueue")}</Text>}
              </Table.Td>
              <Table.Td ta="right">
                <DeleteButton
                  name={team.name}
                  loses={t("teams.delete", { name: team.name })}
                  onDelete={() => remove.mutate(team.id)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
