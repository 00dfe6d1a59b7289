import type { AgentShifts } from "@kanal/api";
import { ActionIcon } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { type PointerEvent, useRef, useState } from "react";
import { useWords } from "../../words/useWords";
import type { IsoDate } from "../dates";
import { hours as hoursText } from "../parts/figures";
import classes from "./DayView.module.css";
import { shortest, snapped } from "./moves";
import { newShift } from "./newShift";
import { ShiftBar } from "./ShiftBar";
import { useShifts } from "./ShiftsContext";
import { sayStretch } from "./sayTimes";
import type { Stretch } from "./times";
import { fromYesterday, minutesOn, timesOn } from "./week";

interface Props {
  person: AgentShifts;
  date: IsoDate;
  hours: Stretch;
  left: number;
}

/** One person's day: drag over what is free to make a shift, or press the button. */
export function PersonDay({ person, date, hours, left }: Props) {
  const { t, language } = useWords();
  const { week, add, open } = useShifts();
  const { agent, name } = person;
  const track = useRef<HTMLDivElement>(null);
  const [drawn, setDrawn] = useState<{ start: number; at: number } | null>(null);
  const length = hours.to - hours.from;
  const percent = (minutes: number) => `${((minutes - hours.from) / length) * 100}%`;
  const perPixel = () => length / (track.current?.clientWidth || 1);
  const shifts = timesOn(week, agent, date);
  const worked = minutesOn(week, agent, [date]) / 60;
  const minutesAt = (event: PointerEvent) => {
    const from = track.current?.getBoundingClientRect().left ?? 0;
    return snapped(hours.from + (event.clientX - from) * perPixel());
  };
  const stretch = drawn && { from: Math.min(drawn.start, drawn.at), to: Math.max(drawn.start, drawn.at) };

  return (
    <div className={classes.person} data-person={agent}>
      <div className={classes.name} style={{ width: left }}>
        <span title={name}>{name}</span>
        <span className={classes.worked}>
          {shifts.length === 0 ? t("planning.shifts.off") : hoursText(worked, language)}
        </span>
        <ActionIcon
          size={28}
          className={classes.add ?? ""}
          data-add={`${agent}/${date}`}
          aria-label={t("planning.shifts.addTo", { name })}
          onClick={() => open({ agent, date, times: newShift(shifts) })}
        >
          <IconPlus size={16} />
        </ActionIcon>
      </div>
      <div
        ref={track}
        className={classes.track}
        style={{ "--hours": length / 60 } as React.CSSProperties}
        onPointerDown={(event) => {
          if (event.button !== 0 || event.pointerType === "touch" || event.target !== event.currentTarget)
            return;
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrawn({ start: minutesAt(event), at: minutesAt(event) });
        }}
        onPointerMove={(event) => drawn && setDrawn({ ...drawn, at: minutesAt(event) })}
        onPointerCancel={() => setDrawn(null)}
        onPointerUp={() => {
          setDrawn(null);
          if (stretch && stretch.to - stretch.from >= shortest) add(agent, date, { ...stretch, breaks: [] });
        }}
      >
        {fromYesterday(week, agent, date).map(({ from, to }) => (
          <div
            key={from}
            className={classes.before}
            style={{ left: percent(Math.max(from, hours.from)), right: `calc(100% - ${percent(to)})` }}
            title={t("planning.shifts.fromYesterday")}
          />
        ))}
        {stretch && (
          <div
            className={classes.drawn}
            style={{ left: percent(stretch.from), right: `calc(100% - ${percent(stretch.to)})` }}
          >
            {stretch.to > stretch.from && sayStretch(stretch)}
          </div>
        )}
        {shifts.map((times, index) => (
          <ShiftBar
            // biome-ignore lint/suspicious/noArrayIndexKey: a shift is its place in the day, and keeps the focus while it moves
            key={index}
            place={{ agent, date, index }}
            name={name}
            times={times}
            hours={hours}
            perPixel={perPixel}
          />
        ))}
      </div>
    </div>
  );
}
