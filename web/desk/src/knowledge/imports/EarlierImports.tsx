import { Anchor, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { Loaded } from "../../parts/Loaded";
import { Section } from "../../parts/Section";
import { useWords } from "../../words/useWords";
import { importsQuery } from "./importQueries";
import { StateBadge } from "./StateBadge";

export function EarlierImports() {
  const { t } = useWords();
  const imports = useQuery(importsQuery);
  return (
    <Section title={t("imports.earlier")}>
      <Loaded query={imports}>
        {(all) =>
          all.length === 0 ? (
            <Text c="dimmed">{t("imports.earlier.none")}</Text>
          ) : (
            <Table.ScrollContainer minWidth={460}>
              <Table verticalSpacing="xs">
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th>{t("imports.file")}</Table.Th>
                    <Table.Th>{t("imports.state")}</Table.Th>
                    <Table.Th>{t("imports.written")}</Table.Th>
                    <Table.Th>{t("imports.when")}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {all.map(({ id, name, state, counts, createdAt, who }) => (
                    <Table.Tr key={id}>
                      <Table.Td>
                        <Anchor component={Link} to={`/knowledge/imports/${id}`}>
                          {name}
                        </Anchor>
                      </Table.Td>
                      <Table.Td>
                        <StateBadge state={state} />
                      </Table.Td>
                      <Table.Td>{state === "planned" ? "–" : counts.new + counts.changed}</Table.Td>
                      <Table.Td>
                        <Ago at={createdAt} />{" "}
                        <Text span size="xs" c="dimmed">
                          {who}
                        </Text>
                      </Table.Td>
                    </Table.Tr>
                  ))}
                </Table.Tbody>
              </Table>
            </Table.ScrollContainer>
          )
        }
      </Loaded>
    </Section>
  );
}
