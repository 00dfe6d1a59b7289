import { NativeSelect } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { Condition } from "../definition/definition";
import { useStrategy } from "../draft/StrategyContext";
import { FactSelect } from "../parts/FactSelect";
import { word } from "../sentences/speech";
import { needsNoValue, withFact, withOperator } from "./tests";
import { ValueField } from "./ValueField";

interface Props {
  condition: Condition;
  onChange: (condition: Condition) => void;
  bad: boolean;
}

/** Fact, operator, value: each choice offers what fits the one before. */
export function TestFields({ condition, onChange, bad }: Props) {
  const { t } = useWords();
  const { facts } = useStrategy();
  const fact = facts.get(condition.fact ?? "");
  const operator = condition.operator ?? "";
  const operators = fact?.operators ?? [];
  return (
    <>
      <FactSelect
        value={condition.fact ?? null}
        onChange={(key) => onChange(withFact(condition, facts.get(key), facts.get(condition.fact ?? "")))}
      />
      <NativeSelect
        w={150}
        aria-label={t("strategy.condition.operator")}
        value={operator}
        data={(operators.includes(operator) ? operators : [operator, ...operators]).map((each) => ({
          value: each,
          label: word(t, `strategy.operator.${each}`, each),
        }))}
        onChange={(event) => onChange(withOperator(condition, event.currentTarget.value, fact))}
      />
      {fact && !needsNoValue(operator) && (
        <ValueField
          key={`${fact.key} ${operator}`}
          fact={fact}
          operator={operator}
          value={condition.value ?? undefined}
          bad={bad}
          onChange={(value) => onChange({ ...condition, value })}
        />
      )}
    </>
  );
}
