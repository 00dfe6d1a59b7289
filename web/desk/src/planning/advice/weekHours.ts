import type { OpenWindow, ShortWindow } from "@kanal/api";
import { minutesOf } from "../shifts/times";

export interface Block {
  day: string;
  from: number;
  to: number;
  /** How many people more it takes; 0 where there are enough. */
  missing: number;
}

/** The week's windows as blocks of a day; one that ends at or before its start goes to midnight. */
export function blocksOf(windows: readonly OpenWindow[], tooFew: readonly ShortWindow[]): Block[] {
  const cut = (window: { days: string[]; from: string; to: string }, missing: number) => {
    const from = minutesOf(window.from);
    const to = minutesOf(window.to);
    return window.days.map((day) => ({ day, from, to: to > from ? to : 1440, missing }));
  };
  return [
    ...windows.flatMap((window) => cut(window, 0)),
    ...tooFew.flatMap((window) => cut(window, window.missing)),
  ];
}

/** Whole hours that hold all blocks. */
export function hoursOf(blocks: readonly Block[]) {
  if (blocks.length === 0) return { from: 480, to: 1080 };
  const from = Math.min(...blocks.map((block) => block.from));
  const to = Math.max(...blocks.map((block) => block.to));
  return { from: Math.floor(from / 60) * 60, to: Math.ceil(to / 60) * 60 };
}
