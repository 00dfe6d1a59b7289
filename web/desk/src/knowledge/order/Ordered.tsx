import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import {
  arrayMove,
  SortableContext,
  sortableKeyboardCoordinates,
  verticalListSortingStrategy,
} from "@dnd-kit/sortable";
import { newId } from "@kanal/api/new-id";
import { type ReactNode, useState } from "react";
import { useWords } from "../../words/useWords";
import classes from "./Ordered.module.css";
import { OrderedItem } from "./OrderedItem";

interface Props<T> {
  items: T[];
  onChange: (items: T[]) => void;
  /** What a screen reader says for an item. */
  nameOf: (item: T, at: number) => string;
  children: (item: T, at: number, change: (changes: Partial<T>) => void) => ReactNode;
}

/** A list whose order is changed by dragging, by the keyboard on the handle, or by the arrows beside it. */
export function Ordered<T extends object>({ items, onChange, nameOf, children }: Props<T>) {
  const { t } = useWords();
  const [ids, setIds] = useState<string[]>([]);
  // Items have no names of their own; each gets one for as long as it is on the page.
  const known =
    ids.length === items.length
      ? ids
      : ids.length > items.length
        ? ids.slice(0, items.length)
        : [...ids, ...Array.from({ length: items.length - ids.length }, () => newId())];
  if (known !== ids) setIds(known);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const named = (id: string | number) => {
    const at = known.indexOf(String(id));
    const item = items[at];
    return item ? nameOf(item, at) : "";
  };

  function move(from: number, to: number) {
    if (to < 0 || to >= items.length || from === to) return;
    setIds(arrayMove(known, from, to));
    onChange(arrayMove(items, from, to));
  }

  function ended({ active, over }: DragEndEvent) {
    if (over) move(known.indexOf(String(active.id)), known.indexOf(String(over.id)));
  }

  return (
    <DndContext
      sensors={sensors}
      collisionDetection={closestCenter}
      onDragEnd={ended}
      accessibility={{
        screenReaderInstructions: { draggable: t("order.help") },
        announcements: {
          onDragStart: ({ active }) => t("order.taken", { name: named(active.id) }),
          onDragOver: ({ over }) =>
            over ? t("order.over", { place: known.indexOf(String(over.id)) + 1 }) : "",
          onDragEnd: ({ over }) =>
            over ? t("order.put", { place: known.indexOf(String(over.id)) + 1 }) : "",
          onDragCancel: () => t("order.left"),
        },
      }}
    >
      <SortableContext items={known} strategy={verticalListSortingStrategy}>
        <ol className={classes.items}>
          {items.map((item, at) => {
            const id = known[at] ?? String(at);
            return (
              <OrderedItem
                key={id}
                id={id}
                name={nameOf(item, at)}
                onUp={at > 0 ? () => move(at, at - 1) : undefined}
                onDown={at < items.length - 1 ? () => move(at, at + 1) : undefined}
                onRemove={() => {
                  setIds(known.toSpliced(at, 1));
                  onChange(items.toSpliced(at, 1));
                }}
              >
                {children(item, at, (changes) => onChange(items.with(at, { ...item, ...changes })))}
              </OrderedItem>
            );
          })}
        </ol>
      </SortableContext>
    </DndContext>
  );
}
