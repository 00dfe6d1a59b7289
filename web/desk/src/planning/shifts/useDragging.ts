import { type PointerEvent, useRef, useState } from "react";
import { snapped } from "./moves";
import type { ShiftTimes } from "./times";

type Change = (by: number) => ShiftTimes;

interface Going {
  x: number;
  y: number;
  change: Change;
  /** It may be let go over another person. */
  free: boolean;
}

/** Under this it was a click. */
const slack = 4;

/** Follows the pointer, in quarters of an hour, and tells what it came to. */
export function useDragging(
  minutesPerPixel: () => number,
  onDone: (times: ShiftTimes, over: Element | undefined) => void,
) {
  const going = useRef<Going | null>(null);
  const dragged = useRef(false);
  const [preview, setPreview] = useState<{ times: ShiftTimes; down: number } | null>(null);

  const start =
    (change: Change, free = false) =>
    (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0) return;
      event.stopPropagation();
      dragged.current = false;
      going.current = { x: event.clientX, y: event.clientY, change, free };
      event.currentTarget.setPointerCapture(event.pointerId);
    };

  const by = (event: PointerEvent, { x }: Going) => snapped((event.clientX - x) * minutesPerPixel());

  const handlers = {
    onPointerMove: (event: PointerEvent<HTMLElement>) => {
      const now = going.current;
      if (!now) return;
      const far =
        Math.abs(event.clientX - now.x) > slack || (now.free && Math.abs(event.clientY - now.y) > slack);
      if (!far && !dragged.current) return;
      dragged.current = true;
      setPreview({ times: now.change(by(event, now)), down: now.free ? event.clientY - now.y : 0 });
    },
    onPointerUp: (event: PointerEvent<HTMLElement>) => {
      const now = going.current;
      going.current = null;
      setPreview(null);
      if (!now || !dragged.current) return;
      const over = now.free
        ? document
            .elementsFromPoint(event.clientX, event.clientY)
            .find((each) => each.matches("[data-person]"))
        : undefined;
      onDone(now.change(by(event, now)), over);
    },
    onPointerCancel: () => {
      going.current = null;
      setPreview(null);
    },
  };

  /** A drag ends with a click that means nothing. */
  const clicked = (then: () => void) => () => {
    if (!dragged.current) then();
    dragged.current = false;
  };

  return { preview, start, handlers, clicked };
}
