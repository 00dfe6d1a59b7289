import type { VainSearch } from "@kanal/api";
import { Button, Table } from "@mantine/core";
import { Link } from "react-router";
import { Ago } from "../../parts/Ago";
import { useWords } from "../../words/useWords";
import { ReportTable } from "./ReportTable";
import { writeThis } from "./writeThis";

export function InVain({ searches, site }: { searches: VainSearch[]; site: string }) {
  const { t, language } = useWords();
  const number = new Intl.NumberFormat(language);
  return (
    <ReportTable
      title={t("sought.vain")}
      means={t("sought.vain.means")}
      none={t("sought.vain.none")}
      heads={[t("sought.words"), t("sought.times"), t("sought.last"), t("sought.do")]}
    >
      {searches.map(({ words, language: of, count, lastAt }) => (
        <Table.Tr key={`${of}.${words}`}>
          <Table.Td fw={600} lang={of}>
            {words}
          </Table.Td>
          <Table.Td>{number.format(count)}</Table.Td>
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
  );
}
