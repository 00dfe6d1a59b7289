import type { Answer } from "@kanal/api";
import { Code, Table, Text, UnstyledButton } from "@mantine/core";
import { DeleteButton } from "../../parts/DeleteButton";
import { api, ask } from "../../server/api";
import { useWords } from "../../words/useWords";
import { useSave } from "../useSave";

export function AnswerTable({ answers, onEdit }: { answers: Answer[]; onEdit: (answer: Answer) => void }) {
  const { t } = useWords();
  const remove = useSave(
    ({ id, language }: Answer) =>
      ask(api.DELETE("/api/v1/answers/{id}", { params: { path: { id }, query: { language } } })),
    { refresh: ["answers"], quiet: true },
  );
  return (
    <Table.ScrollContainer minWidth={560}>
      <Table bg="var(--surface)" withTableBorder verticalSpacing="sm">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("answers.shortcut")}</Table.Th>
            <Table.Th>{t("answers.title")}</Table.Th>
            <Table.Th>{t("answers.language")}</Table.Th>
            <Table.Th>{t("answers.text")}</Table.Th>
            <Table.Th />
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {answers.map((answer) => (
            <Table.Tr key={`${answer.id} ${answer.language}`}>
              <Table.Td>
                <Code>/{answer.shortcut}</Code>
              </Table.Td>
              <Table.Td>
                <UnstyledButton fw={600} c="var(--accent)" onClick={() => onEdit(answer)}>
                  {answer.title}
                </UnstyledButton>
              </Table.Td>
              <Table.Td>{answer.language.toUpperCase()}</Table.Td>
              <Table.Td>
                <Text lineClamp={2} c="dimmed" maw={420}>
                  {answer.text}
                </Text>
              </Table.Td>
              <Table.Td>
                <DeleteButton
                  name={answer.title}
                  loses={t("answers.delete", { title: answer.title })}
                  onDelete={() => remove.mutate(answer)}
                />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
