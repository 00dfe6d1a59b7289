import type { HelpedArticle } from "@kanal/api";
import { Anchor, Button, Drawer, Table } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { useWords } from "../../words/useWords";
import { HelpedComments } from "./HelpedComments";
import { ReportTable } from "./ReportTable";

export function DidItHelp({ articles }: { articles: HelpedArticle[] }) {
  const { t, language } = useWords();
  const [opened, setOpened] = useState<HelpedArticle | null>(null);
  const number = new Intl.NumberFormat(language);
  const share = new Intl.NumberFormat(language, { style: "percent" });
  return (
    <>
      <ReportTable
        title={t("sought.helped")}
        means={t("sought.helped.means")}
        none={t("sought.helped.none")}
        heads={[
          t("knowledge.kind.article"),
          t("sought.no"),
          t("sought.yes"),
          t("sought.share"),
          t("sought.said"),
        ]}
      >
        {articles.map((article) => {
          const { id, language: of, title, yes, no } = article;
          const name = title ?? t("sought.notPublished");
          return (
            <Table.Tr key={`${id}.${of}`}>
              <Table.Td>
                <Anchor component={Link} to={`/knowledge/articles/${id}?language=${of}`} fw={600} lang={of}>
                  {name}
                </Anchor>
              </Table.Td>
              <Table.Td>{number.format(no)}</Table.Td>
              <Table.Td>{number.format(yes)}</Table.Td>
              <Table.Td>{share.format(yes / Math.max(1, yes + no))}</Table.Td>
              <Table.Td>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={t("sought.said.named", { name })}
                  onClick={() => setOpened(article)}
                >
                  {t("sought.said.read")}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </ReportTable>
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        title={opened?.title ?? t("sought.said")}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {opened && <HelpedComments article={opened.id} />}
      </Drawer>
    </>
  );
}
