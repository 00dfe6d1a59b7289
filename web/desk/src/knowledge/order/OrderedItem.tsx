import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ActionIcon } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconGripVertical, IconTrash } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useWords } from "../../words/useWords";
import classes from "./Ordered.module.css";

interface Props {
  id: string;
  name: string;
  onUp?: () => void;
  onDown?: () => void;
  onRemove: () => void;
  children: ReactNode;
}

export function OrderedItem({ id, name, onUp, onDown, onRemove, children }: Props) {
  const { t } = useWords();
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id });
  return (
    <li
      ref={setNodeRef}
      className={classes.item}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <div className={classes.handles}>
        <ActionIcon
          ref={setActivatorNodeRef}
          className={classes.handle}
          {...attributes}
          {...listeners}
          aria-label={t("order.drag", { name })}
        >
          <IconGripVertical size={18} />
        </ActionIcon>
        <ActionIcon disabled={!onUp} onClick={onUp} aria-label={t("topics.up", { name })}>
          <IconArrowUp size={16} />
        </ActionIcon>
        <ActionIcon disabled={!onDown} onClick={onDown} aria-label={t("topics.down", { name })}>
          <IconArrowDown size={16} />
        </ActionIcon>
        <ActionIcon onClick={onRemove} aria-label={t("delete.named", { name })}>
          <IconTrash size={16} />
        </ActionIcon>
      </div>
      <div className={classes.inner}>{children}</div>
    </li>
  );
}
