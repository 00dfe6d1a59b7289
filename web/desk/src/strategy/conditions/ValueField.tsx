import { useWords } from "../../words/useWords";
import type { Value } from "../definition/definition";
import type { Fact } from "../facts/fact";
import { FlagField } from "../parts/FlagField";
import { NumberField } from "../parts/NumberField";
import { TextField } from "../parts/TextField";
import { TextsField } from "../parts/TextsField";
import { shapeOf } from "./tests";

interface Props {
  fact: Fact;
  operator: string;
  value: Value | undefined;
  onChange: (value: Value) => void;
  bad: boolean;
}

/** The field that fits a fact and its operator. */
export function ValueField({ fact, operator, value, onChange, bad }: Props) {
  const { t } = useWords();
  const label = t("strategy.condition.value");
  const shape = shapeOf(operator);
  const field = { fact, label, bad };
  if (fact.kind === "flag") return <FlagField {...field} value={value === true} onChange={onChange} />;
  if (shape === "list") return <TextsField {...field} value={strings(value)} onChange={onChange} />;
  if (fact.kind !== "number")
    return (
      <TextField
        {...field}
        free={["startsWith", "contains", "like"].includes(operator)}
        value={String(value ?? "")}
        onChange={onChange}
      />
    );
  if (shape === "one") return <NumberField {...field} value={one(value)} onChange={onChange} />;
  const [low, high] = Array.isArray(value) ? value : [value, value];
  return (
    <>
      <NumberField
        {...field}
        label={t("strategy.condition.from")}
        value={one(low)}
        onChange={(next) => onChange([next, one(high) ?? next])}
      />
      <NumberField
        {...field}
        label={t("strategy.condition.to")}
        value={one(high)}
        onChange={(next) => onChange([one(low) ?? next, next])}
      />
    </>
  );
}

const strings = (value: Value | undefined) => (Array.isArray(value) ? value.map(String) : []);
const one = (value: Value | undefined) =>
  typeof value === "number" || typeof value === "string" ? value : undefined;
