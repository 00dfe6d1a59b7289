import type { Plan } from "@kanal/api";
import { Table } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { Fragment, useMemo } from "react";
import { useWords } from "../../words/useWords";
import { longDate } from "../dates";
import { number, share, signed, unknown } from "../parts/figures";
import { clockOf } from "../shifts/times";
import classes from "./PlanTable.module.css";
import { isShort, type TimedSlot, timed, visible } from "./timed";

const heads = [
  "time",
  "expected",
  "range",
  "came",
  "inTime",
  "required",
  "scheduled",
  "planned",
  "gap",
  "level",
] as const;

/** The same as the pictures, half hour by half hour. */
export function PlanTable({ plan }: { plan: Plan }) {
  const { t, language } = useWords();
  const slots = useMemo(() => visible(timed(plan)), [plan]);
  return (
    <Table.ScrollContainer minWidth={760}>
      <Table className={classes.table} verticalSpacing={4} horizontalSpacing={8} stickyHeader>
        <Table.Caption>{t("planning.table.means")}</Table.Caption>
        <Table.Thead>
          <Table.Tr>
            {heads.map((head) => (
              <Table.Th key={head} scope="col">
                {t(`planning.table.${head}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {slots.map((slot, index) => (
            <Fragment key={slot.start}>
              {plan.days > 1 && slots[index - 1]?.date !== slot.date && (
                <Table.Tr>
                  <Table.Th scope="rowgroup" colSpan={heads.length} className={classes.day}>
                    {longDate(slot.date, language)}
                  </Table.Th>
                </Table.Tr>
              )}
              {row(slot)}
            </Fragment>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );

  function row(slot: TimedSlot) {
    const { forecast, actual, gap } = slot;
    return (
      <Table.Tr data-closed={!slot.open || undefined}>
        <Table.Th scope="row">
          {clockOf(slot.minutes)}–{clockOf(slot.minutes + 30)}
          {!slot.open && <span className={classes.closed}>{t("planning.closed")}</span>}
        </Table.Th>
        <Table.Td>{number(forecast?.mean, language)}</Table.Td>
        <Table.Td>
          {forecast ? `${number(forecast.low, language)}–${number(forecast.high, language)}` : unknown}
        </Table.Td>
        <Table.Td>{number(actual?.offered, language)}</Table.Td>
        <Table.Td>
          {actual && actual.offered > 0 ? share(actual.within / actual.offered, language) : unknown}
        </Table.Td>
        <Table.Td>{number(slot.required, language)}</Table.Td>
        <Table.Td>{number(slot.scheduled, language)}</Table.Td>
        <Table.Td>{number(slot.planned, language)}</Table.Td>
        <Table.Td>
          {gap == null ? (
            unknown
          ) : isShort(slot) ? (
            <span className={classes.short}>
              <IconAlertTriangle size={14} aria-hidden />
              {t("planning.table.short", { number: number(-gap, language) })}
            </span>
          ) : (
            signed(gap, language)
          )}
        </Table.Td>
        <Table.Td>{share(slot.expected?.serviceLevel, language)}</Table.Td>
      </Table.Tr>
    );
  }
}
