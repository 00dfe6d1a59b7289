import type { AgentShifts } from "@kanal/api";
import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import type { IsoDate } from "../dates";
import { longDate } from "../dates";
import { newShift } from "./newShift";
import { useShifts } from "./ShiftsContext";
import { WeekShift } from "./WeekShift";
import classes from "./WeekView.module.css";
import { timesOn } from "./week";

export function WeekCell({ person, date }: { person: AgentShifts; date: IsoDate }) {
  const { t, language } = useWords();
  const { week, open } = useShifts();
  const { agent, name } = person;
  const shifts = timesOn(week, agent, date);
  return (
    <td data-person={agent} data-date={date}>
      <div className={classes.cell}>
        {shifts.map((times, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a shift is its place in the day, and keeps the focus while it moves
          <WeekShift key={index} place={{ agent, date, index }} name={name} times={times} />
        ))}
        <ActionIcon
          size={28}
          className={classes.add ?? ""}
          data-add={`${agent}/${date}`}
          aria-label={t("planning.shifts.addOn", { name, day: longDate(date, language) })}
          onClick={() => open({ agent, date, times: newShift(shifts) })}
        >
          <IconPlus size={16} />
        </ActionIcon>
      </div>
    </td>
  );
}
