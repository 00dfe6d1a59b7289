import type { VainSearch } from "@kanal/api";
import { Button, Drawer, Table } from "@mantine/core";
import { useState } from "react";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { NextSteps } from "./NextSteps";
import { ReportTable } from "./ReportTable";
import { SoughtConversations } from "./SoughtConversations";
import { writeThis } from "./writeThis";

export function InVain({ searches, site }: { searches: VainSearch[]; site: string }) {
  const { t, language } = useWords();
  const [opened, setOpened] = useState<string | null>(null);
  const number = new Intl.NumberFormat(language);
  return (
    <>
      <ReportTable
        title={t("sought.vain")}
        means={t("sought.vain.means")}
        none={t("sought.vain.none")}
        heads={[t("sought.words"), t("sought.times"), t("sought.next"), t("sought.last"), t("sought.do")]}
      >
        {searches.map(({ words, language: of, count, lastAt, next }) => (
          <Table.Tr key={`${of}.${words}`}>
            <Table.Td fw={600} lang={of}>
              {words}
            </Table.Td>
            <Table.Td>{number.format(count)}</Table.Td>
            <Table.Td miw={220}>
              <NextSteps next={next} onOpen={() => setOpened(words)} />
            </Table.Td>
            <Table.Td>
              <Ago at={lastAt} />
            </Table.Td>
            <Table.Td>
              <Button
                component={Link}
                to={writeThis(words, of, site)}
                variant="default"
                size="compact-sm"
                aria-label={t("sought.write.named", { words })}
              >
                {t("sought.write")}
              </Button>
            </Table.Td>
          </Table.Tr>
        ))}
      </ReportTable>
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        title={t("sought.next.open", { words: opened ?? "" })}
        closeButtonProps={{ "aria-label": t("close") }}
      >
        {opened && <SoughtConversations words={opened} site={site} />}
      </Drawer>
    </>
  );
}
