import type { UpkeepReport } from "@kanal/api";
import { Code, Table } from "@mantine/core";
import { languageName } from "../../conversations/person/facts";
import { Ago } from "../../parts/Ago";
import { aheadInWords, exactly } from "../../words/relative";
import { useNow } from "../../words/useNow";
import { useWords } from "../../words/useWords";
import { ReportTable } from "../reports/ReportTable";
import { TitleCell } from "./TitleCell";

/** What leads astray today or soon: lost links, translations left behind, an end that is near. */
export function Misleading({ report }: { report: UpkeepReport }) {
  const { t, language } = useWords();
  const now = useNow();
  const { published, translations } = report;
  return (
    <>
      <ReportTable
        title={t("upkeep.lostLinks")}
        means={t("upkeep.lostLinks.means", { published })}
        none={t("upkeep.lostLinks.none", { published })}
        heads={[t("knowledge.kind.article"), t("upkeep.links")]}
      >
        {report.lostLinks.map((article) => (
          <Table.Tr key={`${article.id}.${article.language}`}>
            <TitleCell article={article} />
            <Table.Td style={{ overflowWrap: "anywhere" }}>
              {article.links.map((link) => (
                <div key={link}>
                  <Code>{link}</Code>
                </div>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </ReportTable>
      <ReportTable
        title={t("upkeep.stale")}
        means={t("upkeep.stale.means", { translations })}
        none={t("upkeep.stale.none", { translations })}
        heads={[t("knowledge.kind.article"), t("upkeep.original"), t("upkeep.since")]}
      >
        {report.stale.map((article) => (
          <Table.Tr key={`${article.id}.${article.language}`}>
            <TitleCell article={article} />
            <Table.Td>{languageName(article.original, language)}</Table.Td>
            <Table.Td>
              <Ago at={article.since} />
            </Table.Td>
          </Table.Tr>
        ))}
      </ReportTable>
      <ReportTable
        title={t("upkeep.expiring")}
        means={t("upkeep.expiring.means", { published })}
        none={t("upkeep.expiring.none", { published })}
        heads={[t("knowledge.kind.article"), t("upkeep.ends")]}
      >
        {report.expiring.map((article) => (
          <Table.Tr key={`${article.id}.${article.language}`}>
            <TitleCell article={article} />
            <Table.Td>
              <time dateTime={article.expiresAt} title={exactly(article.expiresAt, language)}>
                {aheadInWords(article.expiresAt, now, language)}
              </time>
            </Table.Td>
          </Table.Tr>
        ))}
      </ReportTable>
    </>
  );
}
