import type { UpkeepReport } from "@kanal/api";
import { Table, Text } from "@mantine/core";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { ReportTable } from "../reports/ReportTable";
import { TitleCell } from "./TitleCell";

/** What nobody has touched for long: neither a reader nor, though it is read, an editor. */
export function Aged({ report: { old, unused, published, read } }: { report: UpkeepReport }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <>
      <ReportTable
        title={t("upkeep.old")}
        means={t("upkeep.old.means", { read })}
        none={t("upkeep.old.none", { read })}
        heads={[t("knowledge.kind.article"), t("upkeep.changed"), t("sought.lately"), t("upkeep.readLast")]}
      >
        {old.map((article) => (
          <Table.Tr key={`${article.id}.${article.language}`}>
            <TitleCell article={article} />
            <Table.Td>
              <Ago at={article.changedAt} />
            </Table.Td>
            <Table.Td>{number.format(article.lately)}</Table.Td>
            <Table.Td>
              <Ago at={article.readAt} />
            </Table.Td>
          </Table.Tr>
        ))}
      </ReportTable>
      <ReportTable
        title={t("upkeep.unused")}
        means={t("upkeep.unused.means", { published })}
        none={t("upkeep.unused.none", { published })}
        heads={[t("knowledge.kind.article"), t("upkeep.published"), t("upkeep.readLast"), t("sought.views")]}
      >
        {unused.map((article) => (
          <Table.Tr key={`${article.id}.${article.language}`}>
            <TitleCell article={article} />
            <Table.Td>
              <Ago at={article.publishedAt} />
            </Table.Td>
            <Table.Td>
              {article.readAt ? (
                <Ago at={article.readAt} />
              ) : (
                <Text size="xs" c="dimmed">
                  {t("upkeep.never")}
                </Text>
              )}
            </Table.Td>
            <Table.Td>{number.format(article.views)}</Table.Td>
          </Table.Tr>
        ))}
      </ReportTable>
    </>
  );
}
