import type { Plan } from "@kanal/api";
import { useMemo } from "react";
import { channelWord } from "../../parts/ChannelMark";
import { useWords } from "../../words/useWords";
import { Legend } from "../chart/Legend";
import { StaffChart } from "../chart/StaffChart";
import type { IsoDate } from "../dates";
import { usePlanned } from "../PlanningContext";
import { ShortList } from "../plan/ShortList";
import { timed, visible } from "../plan/timed";
import { DayHead } from "./DayHead";
import classes from "./DayView.module.css";
import { PersonDay } from "./PersonDay";
import { useShifts } from "./ShiftsContext";
import { dayMinutes } from "./times";
import { useNameWidth } from "./useNameWidth";
import { fromYesterday, timesOn } from "./week";

/** A bar for each person over the hours of a day, below what the day needs. */
export function DayView({ date, plan }: { date: IsoDate; plan: Plan | undefined }) {
  const { t } = useWords();
  const { line } = usePlanned();
  const { week } = useShifts();
  const left = useNameWidth();
  const all = useMemo(() => (plan ? timed(plan).filter((slot) => slot.date === date) : []), [plan, date]);
  const stretches = week.agents.flatMap(({ agent }) => [
    ...timesOn(week, agent, date),
    ...fromYesterday(week, agent, date),
  ]);
  const shown = visible(all);
  const first = Math.min(480, ...shown.map(({ minutes }) => minutes), ...stretches.map(({ from }) => from));
  const last = Math.max(1080, ...shown.map(({ minutes }) => minutes + 30), ...stretches.map(({ to }) => to));
  const hours = { from: Math.floor(first / 60) * 60, to: Math.min(dayMinutes, Math.ceil(last / 60) * 60) };
  const slots = all.filter(({ minutes }) => minutes >= hours.from && minutes < hours.to);
  const short = slots.filter(({ gap }) => gap != null && gap < -0.25).length;
  return (
    <div className={classes.day}>
      {slots.length > 0 && (
        <div className={classes.need}>
          <div className={classes.needHead}>
            <strong>
              {t("planning.shifts.need", { line: `${t(channelWord(line.channel))} · ${line.queueName}` })}
            </strong>
            <Legend
              marks={[
                { mark: "planned", text: t("planning.legend.planned") },
                { mark: "scheduled", text: t("planning.legend.scheduled") },
                { mark: "required", text: t("planning.legend.required") },
                { mark: "short", text: t("planning.legend.short") },
              ]}
            />
          </div>
          <StaffChart
            label={t("planning.chart.people.means", { count: short })}
            slots={slots}
            height={110}
            left={left}
          />
          <ShortList slots={slots} />
        </div>
      )}
      <section className={classes.people} aria-label={t("planning.shifts.ofDay")}>
        <DayHead hours={hours} left={left} />
        {week.agents.map((person) => (
          <PersonDay key={person.agent} person={person} date={date} hours={hours} left={left} />
        ))}
      </section>
    </div>
  );
}
