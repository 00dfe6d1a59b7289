import { type PointerEvent, useRef, useState } from "react";

const slack = 4;

/** Carries something over the cells of a table with the mouse; a finger scrolls the table instead. */
export function useCarrying(onDrop: (over: Element) => void) {
  const from = useRef<{ x: number; y: number } | null>(null);
  const carried = useRef(false);
  const [offset, setOffset] = useState<{ x: number; y: number } | null>(null);

  const end = () => {
    from.current = null;
    setOffset(null);
  };
  const handlers = {
    onPointerDown: (event: PointerEvent<HTMLElement>) => {
      if (event.button !== 0 || event.pointerType === "touch") return;
      carried.current = false;
      from.current = { x: event.clientX, y: event.clientY };
      event.currentTarget.setPointerCapture(event.pointerId);
    },
    onPointerMove: ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
      if (!from.current) return;
      const [x, y] = [clientX - from.current.x, clientY - from.current.y];
      if (!carried.current && Math.hypot(x, y) <= slack) return;
      carried.current = true;
      setOffset({ x, y });
    },
    onPointerUp: ({ clientX, clientY }: PointerEvent<HTMLElement>) => {
      if (from.current && carried.current) {
        const over = document.elementsFromPoint(clientX, clientY).find((each) => each.matches("[data-date]"));
        if (over) onDrop(over);
      }
      end();
    },
    onPointerCancel: end,
  };
  const clicked = (then: () => void) => () => {
    if (!carried.current) then();
    carried.current = false;
  };
  return { offset, handlers, clicked };
}
