import type { UpkeepReport } from "@kanal/api";
import { Table, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { ReportTable } from "../reports/ReportTable";
import { TitleCell } from "./TitleCell";

/** What readers said did not help. */
export function Disputed({ report: { saidNo, published, answered } }: { report: UpkeepReport }) {
  const { t, language } = useWords();
  const share = new Intl.NumberFormat(language, { style: "percent" });
  return (
    <ReportTable
      title={t("upkeep.saidNo")}
      means={t("upkeep.saidNo.means", { published, answered })}
      none={t("upkeep.saidNo.none", { published, answered })}
      heads={[t("knowledge.kind.article"), t("upkeep.no"), t("upkeep.atLeast"), t("sought.said")]}
    >
      {saidNo.map((article) => (
        <Table.Tr key={`${article.id}.${article.language}`}>
          <TitleCell article={article} />
          <Table.Td style={{ whiteSpace: "nowrap" }}>
            {t("upkeep.noOf", { no: article.no, all: article.no + article.yes })}
          </Table.Td>
          <Table.Td>{share.format(article.atLeast)}</Table.Td>
          <Table.Td lang={article.language}>
            {article.comments.map((comment, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two may have written the same
              <Text key={at} size="xs" lineClamp={3} style={{ overflowWrap: "anywhere" }}>
                “{comment}”
              </Text>
            ))}
          </Table.Td>
        </Table.Tr>
      ))}
    </ReportTable>
  );
}
