import type { RunFigure, StrategyRunResult } from "@kanal/api";

const heads = ["scenario", "from", "part", "measure", "value", "low", "high"];

// A cell that begins like a formula would be worked out by a spreadsheet.
const cell = (value: string | number | null | undefined) => {
  const text = value == null ? "" : String(value);
  const safe = typeof value === "string" && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** All figures as a table, in the columns of `kanal simulate --csv`. */
export function csvOf({ house, channels, slots }: StrategyRunResult, one: string, other: string): string {
  const rows = (part: string, figures: readonly RunFigure[]) =>
    figures.flatMap(({ key, ...its }) =>
      (
        [
          [one, its.one],
          [other, its.other],
          ["difference", its.between],
        ] as const
      ).map(([strategy, { value, low, high }]) => [strategy, "", part, key, value, low, high]),
    );
  const halfHours = slots.flatMap((slot) => [
    [one, slot.time, "house", "contacts", slot.contactsOne, null, null],
    [other, slot.time, "house", "contacts", slot.contactsOther, null, null],
    [one, slot.time, "house", "occupancy", slot.occupancyOne, null, null],
    [other, slot.time, "house", "occupancy", slot.occupancyOther, null, null],
  ]);
  const all = [
    heads,
    ...rows("house", house),
    ...channels.flatMap(({ channel, figures }) => rows(channel, figures)),
    ...halfHours,
  ];
  return all.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
