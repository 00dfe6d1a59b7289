import type { ApiKey } from "@kanal/api";
import { Badge, Group, Table, Text } from "@mantine/core";
import { Ago } from "../../parts/Ago";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function KeyTable({ keys }: { keys: ApiKey[] }) {
  const { t } = useWords();
  const remove = useSave((id: string) => ask(api.DELETE("/api/v1/keys/{id}", { params: { path: { id } } })), {
    refresh: ["keys"],
    quiet: true,
  });
  if (keys.length === 0) return <Text c="dimmed">{t("keys.empty")}</Text>;
  return (
    <Table maw={760} bg="var(--surface)" withTableBorder verticalSpacing="sm">
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("field.name")}</Table.Th>
          <Table.Th>{t("keys.scopes")}</Table.Th>
          <Table.Th>{t("keys.lastUsed")}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {keys.map((key) => (
          <Table.Tr key={key.id}>
            <Table.Td fw={600}>{key.name}</Table.Td>
            <Table.Td>
              <Group gap="xs">
                {key.scopes.map((scope) => (
                  <Badge key={scope} color="gray">
                    {scope}
                  </Badge>
                ))}
              </Group>
            </Table.Td>
            <Table.Td>{key.lastUsedAt ? <Ago at={key.lastUsedAt} /> : t("keys.never")}</Table.Td>
            <Table.Td ta="right">
              <DeleteButton
                name={key.name}
                loses={t("keys.delete", { name: key.name })}
                onDelete={() => remove.mutate(key.id)}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
