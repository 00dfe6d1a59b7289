import type { SoughtArticle } from "@kanal/api";
import { Anchor, Table } from "@mantine/core";
import { Link } from "react-router";
import { useWords } from "../../words/useWords";
import { ReportTable } from "./ReportTable";

export function MostSought({ articles }: { articles: SoughtArticle[] }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  const lately = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  return (
    <ReportTable
      title={t("sought.most")}
      means={t("sought.most.means")}
      none={t("sought.most.none")}
      heads={[t("knowledge.kind.article"), t("sought.lately"), t("sought.views")]}
    >
      {articles.map(({ id, language: of, title, score, views }) => (
        <Table.Tr key={`${id}.${of}`}>
          <Table.Td>
            <Anchor component={Link} to={`/knowledge/articles/${id}?language=${of}`} fw={600} lang={of}>
              {title}
            </Anchor>
          </Table.Td>
          <Table.Td>{lately.format(score)}</Table.Td>
          <Table.Td>{number.format(views)}</Table.Td>
        </Table.Tr>
      ))}
    </ReportTable>
  );
}
