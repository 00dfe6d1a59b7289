import { NumberInput, TextInput } from "@mantine/core";
import { DurationField } from "../../parts/DurationField";
import { useWords } from "../../words/useWords";
import { separators } from "../sentences/lengths";
import type { FieldOf } from "./fieldOf";

/** A number with its unit: a time of day, a length of time, an amount. Times are texts such as "09:30". */
export function NumberField({
  fact,
  label,
  value,
  onChange,
  bad,
}: FieldOf<number | string | undefined, number | string>) {
  const { language } = useWords();
  if (fact.unit === "timeOfDay")
    return (
      <TextInput
        type="time"
        w={120}
        aria-label={label}
        error={Boolean(bad)}
        value={String(value ?? "")}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  const number = typeof value === "number" ? value : undefined;
  if (fact.unit === "seconds" || fact.unit === "hours") {
    const inSeconds = fact.unit === "hours" ? 3_600 : 1;
    return (
      <DurationField
        label={label}
        hideLabel
        min={0}
        value={number === undefined ? undefined : number * inSeconds}
        onChange={(seconds) => seconds !== undefined && onChange(seconds / inSeconds)}
      />
    );
  }
  return (
    <NumberInput
      w={130}
      aria-label={label}
      hideControls={fact.unit === "money"}
      {...separators(language)}
      allowDecimal={fact.unit !== "count"}
      error={Boolean(bad)}
      value={number ?? ""}
      onChange={(next) => typeof next === "number" && onChange(next)}
    />
  );
}
