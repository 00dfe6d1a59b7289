import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ActionIcon, Text, UnstyledButton } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { ProblemList } from "../parts/ProblemList";
import { whatSentence, whoSentence } from "../sentences/ruleSentence";
import { useSpeech } from "../sentences/useSpeech";
import { RuleChannels } from "./RuleChannels";
import { RuleMenu } from "./RuleMenu";
import classes from "./Rules.module.css";
import { useOpenRule } from "./useOpenRule";
import type { Rules } from "./useRules";

interface Props {
  rule: Rule;
  at: number;
  last: number;
  rules: Rules;
  /** A part of the list has no order to be changed. */
  still: boolean;
}

/** One rule as it is read: its name, for whom, what they get, and what is wrong with it. */
export const RuleRow = memo(function RuleRow({ rule, at, last, rules, still }: Props) {
  const { t } = useWords();
  const { draft, mayEdit } = useStrategy();
  const speech = useSpeech();
  const { open } = useOpenRule();
  const fixed = !mayEdit || still || at === last;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({
      id: rule.id,
      disabled: fixed,
    });
  const problems = draft.problems.filter((each) => each.rule === rule.id);
  return (
    <li
      ref={setNodeRef}
      className={classes.rule}
      data-dragging={isDragging || undefined}
      style={{ transform: CSS.Translate.toString(transform), transition }}
    >
      <div className={classes.place}>
        <Text span fw={600} c="dimmed">
          {at + 1}
        </Text>
        {!fixed && (
          <ActionIcon
            ref={setActivatorNodeRef}
            className={classes.handle}
            {...attributes}
            {...listeners}
            aria-label={t("order.drag", { name: rule.name })}
          >
            <IconGripVertical size={18} />
          </ActionIcon>
        )}
      </div>
      <div className={classes.said}>
        {mayEdit ? (
          <UnstyledButton className={classes.name} onClick={() => open(rule.id)}>
            {rule.name || t("strategy.rule.unnamed")}
          </UnstyledButton>
        ) : (
          <Text fw={600}>{rule.name}</Text>
        )}
        <Text>
          <strong>{whoSentence(rule, at === last, speech)}:</strong> {whatSentence(rule, speech)}.
        </Text>
        <RuleChannels rule={rule} />
        <ProblemList problems={problems} />
      </div>
      {mayEdit && <RuleMenu rule={rule} at={at} last={last} rules={rules} still={still} />}
    </li>
  );
});
