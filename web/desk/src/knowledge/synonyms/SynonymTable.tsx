import type { SynonymGroup } from "@kanal/api";
import { Table, UnstyledButton } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { languageName } from "../../conversations/person/facts";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { sitesQuery } from "../../server/queries";
import { useSave } from "../../settings/useSave";
import { useWords } from "../../words/useWords";

export function SynonymTable({
  synonyms,
  onEdit,
}: {
  synonyms: SynonymGroup[];
  onEdit: (id: string) => void;
}) {
  const { t, language } = useWords();
  const sites = useQuery(sitesQuery).data ?? [];
  const remove = useSave(
    (id: string) => ask(api.DELETE("/api/v1/synonyms/{id}", { params: { path: { id } } })),
    { refresh: ["synonyms"], quiet: true },
  );
  return (
    <Table.ScrollContainer minWidth={480} maw={860}>
      <Table bg="var(--surface)" withTableBorder verticalSpacing="xs">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("synonyms.words")}</Table.Th>
            <Table.Th>{t("knowledge.filter.language")}</Table.Th>
            {sites.length > 1 && <Table.Th>{t("field.site")}</Table.Th>}
            <Table.Th aria-label={t("delete")} />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {synonyms.map(({ id, words, language: of, site }) => (
            <Table.Tr key={id}>
              <Table.Td>
                <UnstyledButton fw={600} c="var(--accent)" lang={of ?? undefined} onClick={() => onEdit(id)}>
                  {words.join(" = ")}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>{of ? languageName(of, language) : t("synonyms.everyLanguage")}</Table.Td>
              {sites.length > 1 && (
                <Table.Td>
                  {sites.find((each) => each.id === site)?.name ?? t("knowledge.everySite")}
                </Table.Td>
              )}
              <Table.Td ta="right">
                <DeleteButton
                  name={words.join(", ")}
                  loses={t("synonyms.delete", { words: words.join(", ") })}
                  onDelete={() => remove.mutate(id)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
