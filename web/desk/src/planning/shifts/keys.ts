import { breakEndMoved, breakMoved, endMoved, moved, withNewBreak, withoutBreak } from "./moves";
import { type ShiftTimes, step } from "./times";

export interface Pressed {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

/** What a key does to a shift: another shift, none, another place; undefined where it does nothing. */
export type Deed =
  | { kind: "shift"; to: ShiftTimes }
  | { kind: "remove" }
  | { kind: "noRoom" }
  | { kind: "place"; people: number; days: number };

const arrows: Record<string, { along: number; down: number }> = {
  ArrowRight: { along: 1, down: 0 },
  ArrowLeft: { along: -1, down: 0 },
  ArrowDown: { along: 0, down: 1 },
  ArrowUp: { along: 0, down: -1 },
};

const isDelete = ({ key }: Pressed) => key === "Delete" || key === "Backspace";

export function pressedOnShift(shift: ShiftTimes, pressed: Pressed): Deed | undefined {
  if (pressed.altKey) return undefined;
  const arrow = arrows[pressed.key];
  if (arrow && (pressed.ctrlKey || pressed.metaKey))
    return { kind: "place", people: arrow.down, days: arrow.along };
  if (pressed.ctrlKey || pressed.metaKey) return undefined;
  if (arrow?.along) {
    const by = arrow.along * step;
    return { kind: "shift", to: pressed.shiftKey ? endMoved(shift, by) : moved(shift, by) };
  }
  if (isDelete(pressed)) return { kind: "remove" };
  if (pressed.key.toLowerCase() === "b") {
    const to = withNewBreak(shift);
    return to ? { kind: "shift", to } : { kind: "noRoom" };
  }
  return undefined;
}

export function pressedOnBreak(shift: ShiftTimes, at: number, pressed: Pressed): Deed | undefined {
  if (pressed.altKey || pressed.ctrlKey || pressed.metaKey) return undefined;
  const by = (arrows[pressed.key]?.along ?? 0) * step;
  if (by !== 0)
    return { kind: "shift", to: pressed.shiftKey ? breakEndMoved(shift, at, by) : breakMoved(shift, at, by) };
  return isDelete(pressed) ? { kind: "shift", to: withoutBreak(shift, at) } : undefined;
}
