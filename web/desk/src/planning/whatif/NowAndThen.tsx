import type { Plan, PlanTotals } from "@kanal/api";
import { Table } from "@mantine/core";
import { IconArrowDownRight, IconArrowUpRight, IconEqual } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { hours, number, share, unknown } from "../parts/figures";
import classes from "./WhatIf.module.css";

const rows = [
  "forecast",
  "serviceLevel",
  "abandonment",
  "scheduledHours",
  "plannedHours",
  "shortSlots",
] as const;
type Row = (typeof rows)[number];

/** What only a forecast can say. */
const asked = new Set<Row>(["scheduledHours", "shortSlots"]);

/** Under this two numbers read the same. */
const small = 0.0005;
const moreIsBetter: Partial<Record<Row, boolean>> = {
  serviceLevel: true,
  abandonment: false,
  shortSlots: false,
};

/** As it is planned beside as it would be. */
export function NowAndThen({ now, then }: { now: PlanTotals; then: Plan }) {
  const { t, language } = useWords();
  const said = (row: Row, value: number | null | undefined) => {
    if (value == null || (asked.has(row) && !then.forecast.ready)) return unknown;
    if (row === "serviceLevel" || row === "abandonment") return share(value, language, 1);
    return row === "scheduledHours" || row === "plannedHours"
      ? hours(value, language)
      : number(value, language, 0);
  };
  return (
    <Table className={classes.table} verticalSpacing={6}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th />
          <Table.Th scope="col">{t("planning.whatIf.isNow")}</Table.Th>
          <Table.Th scope="col">{t("planning.whatIf.then")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows
          .filter((row) => row !== "abandonment" || !then.letters)
          .map((row) => {
            const [before, after] = [now[row], then.totals[row]];
            const by = (after ?? 0) - (before ?? 0);
            const better = moreIsBetter[row];
            const state =
              better === undefined || Math.abs(by) < small ? undefined : by > 0 === better ? "good" : "bad";
            const Icon = Math.abs(by) < small ? IconEqual : by > 0 ? IconArrowUpRight : IconArrowDownRight;
            return (
              <Table.Tr key={row}>
                <Table.Th scope="row">{t(`planning.whatIf.${row}`)}</Table.Th>
                <Table.Td>{said(row, before)}</Table.Td>
                <Table.Td data-state={state}>
                  <span className={classes.then}>
                    {said(row, after)}
                    <Icon size={16} aria-hidden />
                  </span>
                </Table.Td>
              </Table.Tr>
            );
          })}
      </Table.Tbody>
    </Table>
  );
}
