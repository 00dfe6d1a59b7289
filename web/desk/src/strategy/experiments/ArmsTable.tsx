import type { ArmResult } from "@kanal/api";
import { Table, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { amount, percent } from "../sentences/lengths";
import { word } from "../sentences/speech";

/** What was counted of each arm. */
export function ArmsTable({ arms }: { arms: ArmResult[] }) {
  const { t, language } = useWords();
  const heads = [
    "arm",
    "visitors",
    "orders",
    "share",
    "revenue",
    "contacts",
    "cost",
    "net",
    "netEach",
  ] as const;
  const money = (value: number | null | undefined) =>
    value == null ? "–" : new Intl.NumberFormat(language, { maximumFractionDigits: 0 }).format(value);
  return (
    <Table.ScrollContainer minWidth={640}>
      <Table verticalSpacing="xs" horizontalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head}>{t(`strategy.experiment.head.${head}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {arms.map((arm) => (
            <Table.Tr key={arm.name}>
              <Table.Td>
                {word(t, `strategy.experiment.arm.${arm.name}`, arm.name)}
                {arm.control && (
                  <Text size="xs" c="dimmed">
                    {t("strategy.experiment.control")}
                  </Text>
                )}
              </Table.Td>
              <Table.Td>{money(arm.visitors)}</Table.Td>
              <Table.Td>{money(arm.orders)}</Table.Td>
              <Table.Td>
                {arm.ordersPerVisitor == null ? "–" : percent(arm.ordersPerVisitor, language, 2)}
              </Table.Td>
              <Table.Td>{money(arm.revenue)}</Table.Td>
              <Table.Td>{money(arm.contacts)}</Table.Td>
              <Table.Td>{money(arm.cost)}</Table.Td>
              <Table.Td>{money(arm.net)}</Table.Td>
              <Table.Td>{arm.netPerVisitor == null ? "–" : amount(arm.netPerVisitor, language)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
