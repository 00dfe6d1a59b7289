import type { ShiftWeek } from "@kanal/api";
import { useCallback, useRef } from "react";
import { showRefused } from "../../parts/showRefused";
import { useWords } from "../../words/useWords";
import type { IsoDate } from "../dates";
import { longDate } from "../dates";
import { overlapping } from "./moves";
import type { Shifts } from "./ShiftsContext";
import { sayTimes } from "./sayTimes";
import type { ShiftTimes } from "./times";
import { added, changed, type DayChange, type ShiftPlace, timesOn } from "./week";

type Change = (changes: DayChange[], options?: { rests?: boolean }) => void;

/** What can be done to the shifts of a week, each told in a sentence. */
export function useShiftDeeds(week: ShiftWeek | undefined, change: Change, announce: (said: string) => void) {
  const { t, language } = useWords();
  const now = useRef(week);
  now.current = week;

  const said = useCallback(
    (agent: string, date: IsoDate, times: ShiftTimes | null) =>
      t(times ? "planning.shifts.said" : "planning.shifts.said.removed", {
        name: now.current?.agents.find((each) => each.agent === agent)?.name ?? "",
        day: longDate(date, language),
        times: times ? sayTimes(times, t) : "",
      }),
    [t, language],
  );

  const fits = useCallback(
    (agent: string, date: IsoDate, times: ShiftTimes, except = -1) => {
      const others = now.current ? timesOn(now.current, agent, date) : [];
      const free = overlapping(others, times, except) < 0;
      // In sight as well: the shift goes back to where it was, and whoever dragged it asks why.
      if (!free) showRefused(t)("shift-overlaps", t("planning.shifts.overlaps"));
      return free;
    },
    [t],
  );

  const edit: Shifts["edit"] = (place, to, rests = false) => {
    if (!now.current || (to && !fits(place.agent, place.date, to, place.index))) return false;
    change([changed(now.current, place, to)], { rests });
    announce(said(place.agent, place.date, to));
    return true;
  };

  const add: Shifts["add"] = (agent, date, times) => {
    if (!now.current || !fits(agent, date, times)) return false;
    change([added(now.current, agent, date, times)]);
    announce(said(agent, date, times));
    return true;
  };

  const move: Shifts["move"] = (place: ShiftPlace, agent, date, times) => {
    const week = now.current;
    const moved = times ?? (week && timesOn(week, place.agent, place.date)[place.index]);
    if (!week || !moved) return false;
    if (agent === place.agent && date === place.date) return edit(place, moved);
    if (!fits(agent, date, moved)) return false;
    change([changed(week, place, null), added(week, agent, date, moved)]);
    announce(said(agent, date, moved));
    return true;
  };

  const apply: Shifts["apply"] = (changes, sentence) => {
    change(changes);
    announce(sentence);
  };

  return { edit, add, move, apply };
}
