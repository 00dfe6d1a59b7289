import { Anchor, Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { useWords } from "../../words/useWords";
import { deflectionQuery } from "../knowledgeQueries";
import { ReportTable } from "./ReportTable";

/** Who read an answer and did not write to us: of the last 30 days, in one language. */
export function Deflected({ site, of }: { site: string | undefined; of: string | undefined }) {
  const { t, language } = useWords();
  const { data } = useQuery(deflectionQuery(site));
  const number = new Intl.NumberFormat(language);
  if (!data) return null;
  const { deflected, contacted, notHelped, open } = data.matters;
  const counts = {
    deflected: number.format(deflected),
    contacted: number.format(contacted),
    notHelped: number.format(notHelped),
    open: number.format(open),
  };
  return (
    <ReportTable
      title={t("deflection.title")}
      means={t("deflection.means", counts)}
      none={t("deflection.none")}
      heads={[
        t("knowledge.kind.article"),
        t("deflection.shown"),
        t("deflection.read"),
        t("deflection.deflected"),
        t("deflection.contacted"),
        t("deflection.notHelped"),
      ]}
    >
      {data.articles
        .filter((row) => row.language === of)
        .map(({ article, title, shown, read, matters }) => (
          <Table.Tr key={article}>
            <Table.Td>
              <Anchor
                component={Link}
                to={`/knowledge/articles/${article}?language=${of}`}
                fw={600}
                lang={of}
              >
                {title ?? t("sought.notPublished")}
              </Anchor>
            </Table.Td>
            {[shown, read, matters.deflected, matters.contacted, matters.notHelped].map((count, at) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is known by its place
              <Table.Td key={at}>{number.format(count)}</Table.Td>
            ))}
          </Table.Tr>
        ))}
    </ReportTable>
  );
}
