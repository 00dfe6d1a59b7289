import {
  closestCenter,
  type DndContextProps,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { sortableKeyboardCoordinates } from "@dnd-kit/sortable";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";

/** Rules are moved by dragging, or by the keyboard on the handle; every step is said. */
export function useReorder(rules: Rule[], move: (id: string, to: number) => void): DndContextProps {
  const { t } = useWords();
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: string | number) => rules.findIndex((rule) => rule.id === id);
  return {
    sensors,
    collisionDetection: closestCenter,
    onDragEnd: ({ active, over }) => {
      // Nothing goes below the rule for everybody.
      if (over && over.id !== active.id) move(String(active.id), Math.min(place(over.id), rules.length - 2));
    },
    accessibility: {
      screenReaderInstructions: { draggable: t("order.help") },
      announcements: {
        onDragStart: ({ active }) => t("order.taken", { name: rules[place(active.id)]?.name ?? "" }),
        onDragOver: ({ over }) => (over ? t("order.over", { place: place(over.id) + 1 }) : ""),
        onDragEnd: ({ over }) => (over ? t("order.put", { place: place(over.id) + 1 }) : ""),
        onDragCancel: () => t("order.left"),
      },
    },
  };
}
