import {
  closestCenter,
  DndContext,
  type DragEndEvent,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
} from "@dnd-kit/core";
import { SortableContext, sortableKeyboardCoordinates, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Button, Group, Text, TextInput, Title, VisuallyHidden } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { useSpeech } from "../sentences/useSpeech";
import { RuleRow } from "./RuleRow";
import classes from "./Rules.module.css";
import { sought } from "./sought";
import { useRules } from "./useRules";

const manyRules = 8;

/** In order: the first that holds decides. The last is for everybody and stays where it is. */
export function RuleList() {
  const { t } = useWords();
  const { draft, mayEdit } = useStrategy();
  const speech = useSpeech();
  const rules = useRules();
  const [words, setWords] = useState("");
  const all = draft.definition.rules;
  const shown = sought(all, words, speech);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 4 } }),
    useSensor(KeyboardSensor, { coordinateGetter: sortableKeyboardCoordinates }),
  );
  const place = (id: string | number) => all.findIndex((rule) => rule.id === id);
  const nameAt = (id: string | number) => all[place(id)]?.name ?? "";

  function ended({ active, over }: DragEndEvent) {
    if (over && over.id !== active.id)
      rules.move(String(active.id), Math.min(place(over.id), all.length - 2));
  }

  return (
    <section aria-label={t("strategy.rules.list")}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t("strategy.rules.count", { count: all.length })}</Title>
        {mayEdit && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={rules.add}>
            {t("strategy.rule.add")}
          </Button>
        )}
      </Group>
      {all.length > manyRules && (
        <TextInput
          mb="sm"
          aria-label={t("strategy.rules.find")}
          placeholder={t("strategy.rules.find")}
          leftSection={<IconSearch size={16} />}
          value={words}
          onChange={(event) => setWords(event.currentTarget.value)}
        />
      )}
      <DndContext
        sensors={sensors}
        collisionDetection={closestCenter}
        onDragEnd={ended}
        accessibility={{
          screenReaderInstructions: { draggable: t("order.help") },
          announcements: {
            onDragStart: ({ active }) => t("order.taken", { name: nameAt(active.id) }),
            onDragOver: ({ over }) => (over ? t("order.over", { place: place(over.id) + 1 }) : ""),
            onDragEnd: ({ over }) => (over ? t("order.put", { place: place(over.id) + 1 }) : ""),
            onDragCancel: () => t("order.left"),
          },
        }}
      >
        <SortableContext items={shown.map(({ id }) => id)} strategy={verticalListSortingStrategy}>
          <ol className={classes.rules}>
            {shown.map((rule) => (
              <RuleRow
                key={rule.id}
                rule={rule}
                at={place(rule.id)}
                last={all.length - 1}
                rules={rules}
                still={shown.length < all.length}
              />
            ))}
          </ol>
        </SortableContext>
      </DndContext>
      {shown.length === 0 && <Text c="dimmed">{t("strategy.rules.noneFound", { words })}</Text>}
      <VisuallyHidden role="status">{rules.said}</VisuallyHidden>
    </section>
  );
}
