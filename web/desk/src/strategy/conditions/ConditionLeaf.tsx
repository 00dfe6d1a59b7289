import { ActionIcon, Box } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { formOf } from "../definition/conditions";
import type { Condition } from "../definition/definition";
import type { Placed } from "../definition/problems";
import { ProblemList } from "../parts/ProblemList";
import { conditionSentence } from "../sentences/conditionSentence";
import { useSpeech } from "../sentences/useSpeech";
import classes from "./Conditions.module.css";
import { GroupField } from "./GroupField";
import { TestFields } from "./TestFields";

interface Props {
  condition: Condition;
  place: string;
  problems: Placed[];
  onChange: (condition: Condition) => void;
  onRemove: () => void;
  except?: string;
}

/** One test, or the name of a group, with what is wrong with it below. */
export function ConditionLeaf({ condition, problems, onChange, onRemove, except }: Props) {
  const { t } = useWords();
  const speech = useSpeech();
  const said = conditionSentence(condition, speech);
  return (
    <Box role="group" aria-label={said}>
      <div className={classes.leaf}>
        {formOf(condition) === "group" ? (
          <GroupField condition={condition} onChange={onChange} except={except} />
        ) : (
          <TestFields
            condition={condition}
            onChange={onChange}
            bad={problems.some(({ problem }) => problem.stops)}
          />
        )}
        <ActionIcon
          className={classes.remove}
          aria-label={t("strategy.condition.remove", { said })}
          onClick={onRemove}
        >
          <IconX size={16} />
        </ActionIcon>
      </div>
      <ProblemList problems={problems} />
    </Box>
  );
}
