import type { Value } from "../definition/definition";
import type { Fact } from "../facts/fact";
import { FlagField } from "../parts/FlagField";
import { NumberField } from "../parts/NumberField";
import { TextField } from "../parts/TextField";
import { TextsField } from "../parts/TextsField";
import { clock, minutesOf } from "../sentences/values";

interface Props {
  fact: Fact;
  label: string;
  value: Value;
  onChange: (value: Value) => void;
}

/** A fact as it is told of somebody. */
export function FactField({ fact, label, value, onChange }: Props) {
  const field = { fact, label };
  switch (fact.kind) {
    case "flag":
      return <FlagField {...field} value={value === true} onChange={onChange} />;
    case "texts":
      return (
        <TextsField {...field} value={Array.isArray(value) ? value.map(String) : []} onChange={onChange} />
      );
    case "text":
      return <TextField {...field} value={String(value)} onChange={onChange} />;
    default:
      return fact.unit === "timeOfDay" ? (
        <NumberField
          {...field}
          value={clock(Number(value))}
          onChange={(time) => onChange(minutesOf(String(time)) ?? value)}
        />
      ) : (
        <NumberField {...field} value={Number(value)} onChange={onChange} />
      );
  }
}
