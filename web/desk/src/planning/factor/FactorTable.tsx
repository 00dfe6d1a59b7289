import type { FactorDay } from "@kanal/api";
import { Table } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { shortDate } from "../dates";
import { hours, number, share } from "../parts/figures";
import table from "../plan/PlanTable.module.css";

const heads = ["day", "offered", "staffHours", "theory", "with", "actual"] as const;

export function FactorTable({ days }: { days: FactorDay[] }) {
  const { t, language } = useWords();
  return (
    <Table.ScrollContainer minWidth={620}>
      <Table className={table.table} verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head} scope="col">
                {t(`planning.factor.${head}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {days.map((day) => (
            <Table.Tr key={day.date}>
              <Table.Th scope="row">{shortDate(day.date, language)}</Table.Th>
              <Table.Td>{number(day.offered, language, 0)}</Table.Td>
              <Table.Td>{hours(day.staffHours, language)}</Table.Td>
              <Table.Td>{share(day.predictedAbandonment, language, 1)}</Table.Td>
              <Table.Td>{share(day.predictedWithFactor, language, 1)}</Table.Td>
              <Table.Td>{share(day.actualAbandonment, language, 1)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
