import { Group, Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { added, formOf, isBox } from "../definition/conditions";
import type { Condition } from "../definition/definition";
import type { Placed } from "../definition/problems";
import { ofPlace, ownOf } from "../definition/problems";
import { ProblemList } from "../parts/ProblemList";
import { AddCondition } from "./AddCondition";
import { ConditionBox } from "./ConditionBox";
import { ConditionLeaf } from "./ConditionLeaf";

interface Props {
  condition: Condition | undefined;
  /** Where it stands, in the server's words. */
  place: string;
  problems: Placed[];
  onChange: (condition: Condition | undefined) => void;
  /** A group cannot name itself. */
  except?: string;
}

/** A whole condition: nothing yet, one test, or a tree of them. */
export function Conditions({ condition, place, problems, onChange, except }: Props) {
  const { t } = useWords();
  if (condition && isBox(condition))
    return (
      <ConditionBox
        condition={condition}
        place={place}
        problems={problems}
        onChange={onChange}
        except={except}
      />
    );
  return (
    <div>
      {!condition && <Text c="dimmed">{t("strategy.condition.none")}</Text>}
      {condition && (
        <ConditionLeaf
          condition={condition}
          problems={ofPlace(problems, place)}
          place={place}
          onChange={onChange}
          onRemove={() => onChange(undefined)}
          except={except}
        />
      )}
      <ProblemList problems={condition && formOf(condition) === "test" ? [] : ownOf(problems, place, [])} />
      <Group mt="sm">
        <AddCondition onAdd={(more) => onChange(added(condition, more))} except={except} />
      </Group>
    </div>
  );
}
