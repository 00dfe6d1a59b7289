import type { Agent } from "@kanal/api";
import { Badge, Group, Table } from "@mantine/core";
import { PresenceDot } from "../../parts/PresenceDot";
import { useWords } from "../../words/useWords";
import { NameButton } from "../NameButton";

export function AgentTable({ agents, onEdit }: { agents: Agent[]; onEdit: (agent: Agent) => void }) {
  const { t } = useWords();
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table bg="var(--surface)" withTableBorder verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("field.name")}</Table.Th>
            <Table.Th>{t("people.role")}</Table.Th>
            <Table.Th>{t("people.presence")}</Table.Th>
            <Table.Th>{t("people.inHand")}</Table.Th>
            <Table.Th>{t("people.languages")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {agents.map((agent) => (
            <Table.Tr key={agent.id} c={agent.active ? undefined : "dimmed"}>
              <Table.Td>
                <NameButton name={agent.name} onClick={() => onEdit(agent)} />{" "}
                {!agent.active && <Badge color="gray">{t("people.inactive")}</Badge>}
              </Table.Td>
              <Table.Td>{t(`role.${agent.role}`)}</Table.Td>
              <Table.Td>
                <Group gap="xs" wrap="nowrap">
                  <PresenceDot presence={agent.presence} />
                  {t(`presence.${agent.presence}`)}
                </Group>
              </Table.Td>
              <Table.Td>
                {agent.inHand}/{agent.maxChats}
              </Table.Td>
              <Table.Td>{agent.languages.join(", ").toUpperCase()}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
