import { useSortable } from "@dnd-kit/sortable";
import { CSS } from "@dnd-kit/utilities";
import { ActionIcon, Text, UnstyledButton } from "@mantine/core";
import { IconGripVertical } from "@tabler/icons-react";
import { memo } from "react";
import { useWords } from "../../words/useWords";
import type { Rule } from "../definition/definition";
import type { Placed } from "../definition/problems";
import { ProblemList } from "../parts/ProblemList";
import { RuleMenu } from "./RuleMenu";
import { RuleSaid } from "./RuleSaid";
import classes from "./Rules.module.css";
import type { RuleActs } from "./useRules";

interface Props {
  rule: Rule;
  at: number;
  isLast: boolean;
  mayGoDown: boolean;
  /** A part of the list has no order to be changed. */
  still: boolean;
  mayEdit: boolean;
  problems: Placed[] | undefined;
  acts: RuleActs;
}

/** One rule as it is read: its name, for whom, what they get, and what is wrong with it. Drawn anew only when it changes. */
export const RuleRow = memo(function RuleRow({
  rule,
  at,
  isLast,
  mayGoDown,
  still,
  mayEdit,
  problems,
  acts,
}: Props) {
  const { t } = useWords();
  const fixed = still || isLast;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, transform, transition, isDragging } =
    useSortable({ id: rule.id, disabled: fixed });
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
          <UnstyledButton className={classes.name} onClick={() => acts.open(rule.id)}>
            {rule.name || t("strategy.rule.unnamed")}
          </UnstyledButton>
        ) : (
          <Text fw={600}>{rule.name}</Text>
        )}
        <RuleSaid rule={rule} isLast={isLast} />
        {problems && <ProblemList problems={problems} />}
      </div>
      {mayEdit && (
        <RuleMenu
          rule={rule}
          acts={acts}
          isLast={isLast}
          onUp={!fixed && at > 0 ? () => acts.move(rule.id, at - 1) : undefined}
          onDown={!fixed && mayGoDown ? () => acts.move(rule.id, at + 1) : undefined}
        />
      )}
    </li>
  );
});
