import type { ShiftWeek } from "@kanal/api";
import { ProblemError } from "@kanal/api";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { showProblem } from "../../parts/showProblem";
import { useWords } from "../../words/useWords";
import { changeShifts, type Span, shiftsQuery } from "../planningQueries";
import { type DayChange, dayOf, withDay, withShifts } from "./week";

interface Batch {
  changes: DayChange[];
  /** What takes it back. */
  before: DayChange[];
}

interface Waiting extends Batch {
  timer: ReturnType<typeof setTimeout>;
  isUndo: boolean;
  /** The week that it was made in; somebody may have gone on to another. */
  at: ReturnType<typeof shiftsQuery>["queryKey"];
}

/** Keys are pressed several times in a row: saved when they rest. */
const restMs = 700;

const sameDays = (one: DayChange[], other: DayChange[]) =>
  one.length === other.length &&
  one.every((each, at) => each.agent === other[at]?.agent && each.date === other[at]?.date);

const takenBack = (week: ShiftWeek, { changes, before }: Batch) =>
  changes.reduce((now, { agent, date, shifts }, at) => {
    const old = before[at];
    const changedSince = JSON.stringify(dayOf(now, agent, date).shifts) !== JSON.stringify(shifts);
    return !old || changedSince ? now : withShifts(now, old);
  }, week);

/** Shifts change on the page at once, and on the server one after the other; each change can be taken back. */
export function useShiftEdits(site: string, span: Span) {
  const { t } = useWords();
  const cache = useQueryClient();
  const { queryKey } = shiftsQuery(site, span);
  const key = useRef(queryKey);
  key.current = queryKey;
  const waiting = useRef<Waiting | null>(null);
  const saves = useRef(Promise.resolve());
  const done = useRef<Batch[]>([]);
  const [canUndo, setCanUndo] = useState(false);
  const keep = useCallback((batches: Batch[]) => {
    done.current = batches;
    setCanUndo(batches.length > 0);
  }, []);

  const put = useCallback(
    (batch: Batch, at: Waiting["at"]) => {
      const week = () => cache.getQueryData<ShiftWeek>(at);
      const send = async ({ agent, date, shifts }: DayChange) => {
        const now = week();
        if (!now) return;
        const { version } = dayOf(now, agent, date);
        const saved = await changeShifts({ site, agent, date, version, shifts });
        cache.setQueryData<ShiftWeek>(at, (before) => {
          if (!before) return before;
          const newest = dayOf(before, agent, date);
          const changedSince = JSON.stringify(newest.shifts) !== JSON.stringify(shifts);
          return withDay(before, agent, changedSince ? { ...newest, version: saved.version } : saved);
        });
      };
      saves.current = saves.current.then(async () => {
        let saved = 0;
        try {
          for (const change of batch.changes) {
            await send(change);
            saved++;
          }
        } catch (problem) {
          showProblem(t)(problem);
          keep(done.current.filter((each) => each !== batch));
          // A shift that left one day and could not come to another goes back.
          if (problem instanceof ProblemError)
            for (const before of batch.before.slice(0, saved)) await send(before).catch(() => undefined);
          // What was not saved is not shown as if it were, also where nobody can be asked.
          cache.setQueryData<ShiftWeek>(at, (now) => now && takenBack(now, batch));
          await cache.invalidateQueries({ queryKey: ["planning", "shifts"] });
        }
        await Promise.all(
          ["plan", "whatIf", "advice", "factor"].map((what) =>
            cache.invalidateQueries({ queryKey: ["planning", what] }),
          ),
        );
      });
    },
    [cache, keep, site, t],
  );

  const flush = useCallback(() => {
    const batch = waiting.current;
    if (!batch) return;
    clearTimeout(batch.timer);
    waiting.current = null;
    const { changes, before, isUndo, at } = batch;
    const entry = { changes, before };
    if (!isUndo) keep([...done.current.slice(-49), entry]);
    put(entry, at);
  }, [keep, put]);

  const change = useCallback(
    (changes: DayChange[], { rests = false, isUndo = false } = {}) => {
      const week = cache.getQueryData<ShiftWeek>(key.current);
      if (!week) return;
      void cache.cancelQueries({ queryKey: key.current });
      const last = waiting.current;
      const goesOn = rests && last !== null && !last.isUndo && sameDays(last.changes, changes);
      if (last && !goesOn) flush();
      if (goesOn) clearTimeout(last.timer);
      const before = goesOn
        ? last.before
        : changes.map(({ agent, date }) => ({ agent, date, shifts: dayOf(week, agent, date).shifts }));
      cache.setQueryData<ShiftWeek>(key.current, changes.reduce(withShifts, week));
      waiting.current = { changes, before, isUndo, at: key.current, timer: setTimeout(flush, restMs) };
      if (!rests) flush();
    },
    [cache, flush],
  );

  const undo = useCallback(() => {
    flush();
    const last = done.current.at(-1);
    keep(done.current.slice(0, -1));
    if (last) change(last.before.toReversed(), { isUndo: true });
  }, [change, flush, keep]);

  // Whoever goes on to another week has not lost the last key; what was done is out of sight and not taken back.
  const place = `${site} ${span.from}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it ends with the place
  useEffect(() => {
    addEventListener("pagehide", flush);
    return () => {
      removeEventListener("pagehide", flush);
      flush();
      keep([]);
    };
  }, [place, flush]);

  return { change, undo, canUndo };
}
