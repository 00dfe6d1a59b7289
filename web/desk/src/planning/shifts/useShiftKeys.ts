import type { KeyboardEvent } from "react";
import { useWords } from "../../words/useWords";
import { plusDays } from "../dates";
import { focusShift } from "./focusShift";
import { type Deed, pressedOnBreak, pressedOnShift } from "./keys";
import { useShifts } from "./ShiftsContext";
import { type ShiftPlace, timesOn } from "./week";

/** Everything that the pointer does to a shift, with the keyboard. */
export function useShiftKeys(place: ShiftPlace) {
  const { t } = useWords();
  const { week, edit, move, announce } = useShifts();

  function run(event: KeyboardEvent, deed: Deed | undefined) {
    if (!deed) return;
    event.preventDefault();
    event.stopPropagation();
    if (deed.kind === "shift") edit(place, deed.to, true);
    else if (deed.kind === "noRoom") announce(t("planning.shifts.noRoom"));
    else if (deed.kind === "remove") {
      if (edit(place, null)) focusShift(place.agent, place.date);
    } else {
      const person = week.agents.findIndex(({ agent }) => agent === place.agent) + deed.people;
      const agent = week.agents[person]?.agent;
      const date = plusDays(place.date, deed.days);
      const inWeek = date > week.from && date < plusDays(week.from, week.days);
      if (!agent || !inWeek) return;
      const times = timesOn(week, place.agent, place.date)[place.index];
      if (times && move(place, agent, date)) focusShift(agent, date, times.from);
    }
  }

  const times = () => timesOn(week, place.agent, place.date)[place.index];
  return {
    onShift: (event: KeyboardEvent) => {
      const shift = times();
      if (shift) run(event, pressedOnShift(shift, event));
    },
    onBreak: (at: number) => (event: KeyboardEvent) => {
      const shift = times();
      if (!shift) return;
      run(event, pressedOnBreak(shift, at, event));
      if (event.key === "Delete" || event.key === "Backspace")
        focusShift(place.agent, place.date, shift.from);
    },
  };
}
