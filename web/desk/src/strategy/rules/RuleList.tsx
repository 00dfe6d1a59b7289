import { DndContext } from "@dnd-kit/core";
import { SortableContext, verticalListSortingStrategy } from "@dnd-kit/sortable";
import { Button, Group, Text, TextInput, Title, VisuallyHidden } from "@mantine/core";
import { IconPlus, IconSearch } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useWords } from "../../words/useWords";
import { useStrategy } from "../draft/StrategyContext";
import { useSpeech } from "../sentences/useSpeech";
import { RuleRow } from "./RuleRow";
import classes from "./Rules.module.css";
import { sought } from "./sought";
import { useProblemsByRule } from "./useProblemsByRule";
import { useReorder } from "./useReorder";
import { useRules } from "./useRules";

const manyRules = 8;

/** In order: the first that holds decides. The last is for everybody and stays where it is. */
export function RuleList() {
  const { t } = useWords();
  const { draft, mayEdit } = useStrategy();
  const speech = useSpeech();
  const { said, acts } = useRules();
  const [words, setWords] = useState("");
  const all = draft.definition.rules;
  const shown = sought(all, words, speech);
  const reorder = useReorder(all, acts.move);
  const problems = useProblemsByRule();
  const key = shown.map(({ id }) => id).join();
  const ids = useMemo(() => key.split(","), [key]);
  const still = !mayEdit || shown.length < all.length;

  return (
    <section aria-label={t("strategy.rules.list")}>
      <Group justify="space-between" mb="sm">
        <Title order={2}>{t("strategy.rules.count", { count: all.length })}</Title>
        {mayEdit && (
          <Button variant="default" leftSection={<IconPlus size={16} />} onClick={acts.add}>
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
      <DndContext {...reorder}>
        <SortableContext items={ids} strategy={verticalListSortingStrategy}>
          <ol className={classes.rules}>
            {shown.map((rule) => {
              const at = all.indexOf(rule);
              return (
                <RuleRow
                  key={rule.id}
                  rule={rule}
                  at={at}
                  isLast={at === all.length - 1}
                  mayGoDown={at < all.length - 2}
                  still={still}
                  mayEdit={mayEdit}
                  problems={problems.get(rule.id)}
                  acts={acts}
                />
              );
            })}
          </ol>
        </SortableContext>
      </DndContext>
      {shown.length === 0 && <Text c="dimmed">{t("strategy.rules.noneFound", { words })}</Text>}
      <VisuallyHidden role="status">{said}</VisuallyHidden>
    </section>
  );
}
