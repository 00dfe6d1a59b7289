import { useCallback } from "react";
import { useSearchParams } from "react-router";
import type { IsoDate } from "./dates";
import { isDate, mondayOf, plusDays } from "./dates";
import type { Span } from "./planningQueries";

export type SpanKind = "day" | "week";

/** Which days are looked at; it stands in the address. */
export function usePlace(today: IsoDate) {
  const [params, setParams] = useSearchParams();
  const asked = params.get("date");
  const date = isDate(asked) ? asked : today;
  const kind: SpanKind = params.get("span") === "week" ? "week" : "day";
  const span: Span = kind === "week" ? { from: mondayOf(date), days: 7 } : { from: date, days: 1 };
  const set = useCallback(
    (changes: Record<string, string | null>) =>
      setParams(
        (before) => {
          const next = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changes)) {
            if (value === null) next.delete(name);
            else next.set(name, value);
          }
          return next;
        },
        { replace: true },
      ),
    [setParams],
  );
  return {
    params,
    set,
    date,
    kind,
    span,
    turn: (by: number) => set({ date: plusDays(date, by * span.days) }),
  };
}
