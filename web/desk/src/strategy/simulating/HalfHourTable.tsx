import { Table } from "@mantine/core";
import { number, share } from "../../planning/parts/figures";
import { useWords } from "../../words/useWords";
import type { Props } from "./HalfHourChart";
import classes from "./Simulate.module.css";

export function HalfHourTable({ measure, halfHours, one, other }: Props) {
  const { t, language } = useWords();
  const said = (value: number | null) =>
    measure === "occupancy" ? share(value, language) : number(value, language);
  return (
    <Table className={classes.figures} verticalSpacing={4} aria-label={t("strategy.run.halfHours")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("planning.table.time")}</Table.Th>
          <Table.Th scope="col">{one}</Table.Th>
          <Table.Th scope="col">{other}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {halfHours.map((its) => (
          <Table.Tr key={its.time}>
            <Table.Th scope="row">{its.time}</Table.Th>
            <Table.Td>{said(its.one)}</Table.Td>
            <Table.Td>{said(its.other)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
