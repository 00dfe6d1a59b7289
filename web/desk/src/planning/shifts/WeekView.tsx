import type { Plan } from "@kanal/api";
import { IconAlertTriangle, IconCircleCheck } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import type { IsoDate } from "../dates";
import { shortDate } from "../dates";
import { hours } from "../parts/figures";
import { useShifts } from "./ShiftsContext";
import { WeekCell } from "./WeekCell";
import classes from "./WeekView.module.css";
import { minutesOn } from "./week";

/** People and days; what each day needs stands above it. */
export function WeekView({
  dates,
  plan,
  today,
}: {
  dates: IsoDate[];
  plan: Plan | undefined;
  today: IsoDate;
}) {
  const { t, language } = useWords();
  const { week } = useShifts();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached with the keyboard
    <section className={classes.scroll} aria-label={t("planning.shifts.ofWeek")} tabIndex={0}>
      <table className={classes.week}>
        <thead>
          <tr>
            <th scope="col" className={classes.who}>
              {t("planning.shifts.people")}
            </th>
            {dates.map((date) => (
              <th key={date} scope="col" data-today={date === today || undefined}>
                <span className={classes.date}>{shortDate(date, language)}</span>
                {need(date)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {week.agents.map((person) => (
            <tr key={person.agent}>
              <th scope="row" className={classes.who}>
                {person.name}
                <span className={classes.note}>
                  {hours(minutesOn(week, person.agent, dates) / 60, language)}
                </span>
              </th>
              {dates.map((date) => (
                <WeekCell key={date} person={person} date={date} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );

  function need(date: IsoDate) {
    const day = plan?.daily.find((each) => each.date === date);
    if (!day) return <span className={classes.note}>&nbsp;</span>;
    const { scheduledHours, plannedHours, shortSlots } = day.totals;
    if (!day.open) return <span className={classes.note}>{day.special ?? t("planning.closed")}</span>;
    return (
      <>
        <span className={classes.note}>
          {t("planning.shifts.hoursOf", {
            planned: hours(plannedHours, language),
            needed: hours(scheduledHours, language),
          })}
        </span>
        <span className={classes.state} data-short={shortSlots > 0 || undefined}>
          {shortSlots > 0 ? (
            <IconAlertTriangle size={14} aria-hidden />
          ) : (
            <IconCircleCheck size={14} aria-hidden />
          )}
          {shortSlots > 0
            ? t("planning.shifts.short", { hours: hours(shortSlots / 2, language) })
            : t("planning.shifts.enough")}
        </span>
      </>
    );
  }
}
