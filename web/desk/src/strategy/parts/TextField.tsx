import { NativeSelect, TextInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { capital } from "../sentences/speech";
import { choiceName } from "../sentences/values";
import type { FieldOf } from "./fieldOf";

interface Props extends FieldOf<string> {
  /** A part of a text is no choice. */
  free?: boolean;
}

/** A text, or one of those that the fact can be. */
export function TextField({ fact, label, value, onChange, bad, free }: Props) {
  const { t, language } = useWords();
  if (!fact.choices || free)
    return (
      <TextInput
        style={{ flex: "1 1 160px" }}
        aria-label={label}
        maxLength={fact.longest ?? undefined}
        error={Boolean(bad)}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <NativeSelect
      style={{ flex: "1 1 160px" }}
      aria-label={label}
      value={value}
      data={(fact.choices.includes(value) ? fact.choices : [value, ...fact.choices]).map((choice) => ({
        value: choice,
        label: capital(choiceName(fact.key, choice, { t }), language),
      }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
