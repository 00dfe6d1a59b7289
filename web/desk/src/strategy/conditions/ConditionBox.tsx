import { ActionIcon, Group, NativeSelect } from "@mantine/core";
import { IconTrash } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";
import { formOf, isBox, partsOf, placeOfPart, turned, withParts } from "../definition/conditions";
import type { Condition } from "../definition/definition";
import { ofPlace, ownOf, type Placed } from "../definition/problems";
import { ProblemList } from "../parts/ProblemList";
import { AddCondition } from "./AddCondition";
import { ConditionLeaf } from "./ConditionLeaf";
import classes from "./Conditions.module.css";

interface Props {
  condition: Condition;
  place: string;
  problems: Placed[];
  onChange: (condition: Condition | undefined) => void;
  except?: string;
}

/** All, any or none of what is within; boxes lie in boxes. */
export function ConditionBox({ condition, place, problems, onChange, except }: Props) {
  const { t } = useWords();
  const form = formOf(condition) as "all" | "any" | "not";
  const parts = partsOf(condition);
  const put = (next: Condition[]) => onChange(withParts(condition, next));
  const places = parts.map((_, at) => placeOfPart(place, condition, at));
  return (
    <fieldset className={classes.box} data-form={form}>
      <legend className={classes.legend}>{t(`strategy.condition.${form}.legend`)}</legend>
      <Group justify="space-between" wrap="nowrap" mb="sm">
        <NativeSelect
          aria-label={t("strategy.condition.form")}
          value={form}
          data={(["all", "any", "not"] as const).map((each) => ({
            value: each,
            label: t(`strategy.condition.${each}`),
          }))}
          onChange={(event) => onChange(turned(condition, event.currentTarget.value as typeof form))}
        />
        <ActionIcon aria-label={t("strategy.condition.removeBox")} onClick={() => onChange(undefined)}>
          <IconTrash size={16} />
        </ActionIcon>
      </Group>
      <ul className={classes.parts}>
        {parts.map((part, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a part is its place
          <li key={at}>
            {isBox(part) ? (
              <ConditionBox
                condition={part}
                place={places[at] ?? ""}
                problems={problems}
                except={except}
                onChange={(next) => put(next ? parts.with(at, next) : parts.toSpliced(at, 1))}
              />
            ) : (
              <ConditionLeaf
                condition={part}
                place={places[at] ?? ""}
                problems={ofPlace(problems, places[at] ?? "")}
                except={except}
                onChange={(next) => put(parts.with(at, next))}
                onRemove={() => put(parts.toSpliced(at, 1))}
              />
            )}
          </li>
        ))}
      </ul>
      <ProblemList problems={ownOf(problems, place, places)} />
      {form !== "not" && (
        <Group gap="xs" mt="sm">
          <AddCondition onAdd={(more) => put([...parts, more])} except={except} />
        </Group>
      )}
    </fieldset>
  );
}
