import { Table } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { ReportTable } from "../../knowledge/reports/ReportTable";
import { Loaded } from "../../parts/Loaded";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { percent } from "../sentences/lengths";
import { invitationsQuery } from "../strategyQueries";

const heads = ["text", "rule", "shown", "accepted", "declined", "closed", "conversations", "orders"] as const;

/** What became of the invitations of the last 30 days, by text and rule. */
export function InvitationResults() {
  const { t, language } = useWords();
  const { site, draft } = useStrategy();
  const results = useQuery(invitationsQuery(site.id));
  const ruleName = (id: string) => draft.definition.rules.find((rule) => rule.id === id)?.name ?? id;
  const of = (part: number, whole: number) =>
    whole === 0 ? String(part) : `${part} (${percent(part / whole, language)})`;
  return (
    <Loaded query={results}>
      {(rows) => (
        <ReportTable
          title={t("strategy.invitations.results")}
          means={t("strategy.invitations.results.means")}
          none={t("strategy.invitations.results.none")}
          heads={heads.map((head) => t(`strategy.invitations.head.${head}`))}
        >
          {rows.map(({ text, rule, counts }) => (
            <Table.Tr key={`${text} ${rule}`}>
              <Table.Td>{text}</Table.Td>
              <Table.Td miw={180}>{ruleName(rule)}</Table.Td>
              <Table.Td>{counts.shown}</Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{of(counts.accepted, counts.shown)}</Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{of(counts.declined, counts.shown)}</Table.Td>
              <Table.Td style={{ whiteSpace: "nowrap" }}>{of(counts.closed, counts.shown)}</Table.Td>
              <Table.Td>{counts.conversations ?? t("strategy.invitations.unknown")}</Table.Td>
              <Table.Td>{counts.orders ?? t("strategy.invitations.unknown")}</Table.Td>
            </Table.Tr>
          ))}
        </ReportTable>
      )}
    </Loaded>
  );
}
