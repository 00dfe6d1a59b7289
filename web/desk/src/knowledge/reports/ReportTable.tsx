import { Paper, Table, Text, Title } from "@mantine/core";
import { type ReactNode, useId } from "react";

interface Props {
  title: string;
  /** What is counted, and how. */
  means: string;
  /** Said where there is no row. */
  none: string;
  heads: string[];
  children: ReactNode[];
}

/** A table of a report, with what its numbers mean above it. */
export function ReportTable({ title, means, none, heads, children }: Props) {
  const id = useId();
  return (
    <Paper component="section" withBorder p="md" aria-labelledby={id}>
      <Title order={2} id={id}>
        {title}
      </Title>
      <Text size="xs" c="dimmed" mb="sm">
        {children.length === 0 ? none : means}
      </Text>
      {children.length > 0 && (
        <Table.ScrollContainer minWidth={420}>
          <Table verticalSpacing="xs" horizontalSpacing="xs">
            <Table.Thead>
              <Table.Tr>
                {heads.map((head) => (
                  <Table.Th key={head}>{head}</Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>{children}</Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </Paper>
  );
}
