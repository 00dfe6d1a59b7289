import { NativeSelect } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Condition } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";

interface Props {
  condition: Condition;
  onChange: (condition: Condition) => void;
  except?: string;
}

/** The name of a condition that several rules share. */
export function GroupField({ condition, onChange, except }: Props) {
  const { t } = useWords();
  const { draft } = useStrategy();
  const names = Object.keys(draft.definition.groups ?? {}).filter((name) => name !== except);
  const chosen = condition.group ?? "";
  return (
    <NativeSelect
      style={{ flex: 1 }}
      aria-label={t("strategy.condition.group")}
      leftSectionWidth={64}
      value={chosen}
      data={names.includes(chosen) ? names : [chosen, ...names]}
      onChange={(event) => onChange({ group: event.currentTarget.value })}
    />
  );
}
