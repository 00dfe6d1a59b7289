import { MultiSelect, TagsInput } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { capital } from "../sentences/speech";
import { choiceName } from "../sentences/values";
import type { FieldOf } from "./fieldOf";

/** Several texts: chosen where the fact has choices, else written. */
export function TextsField({ fact, label, value, onChange, bad }: FieldOf<string[]>) {
  const { t, language } = useWords();
  const field = { "aria-label": label, value, onChange, error: Boolean(bad), style: { flex: "1 1 200px" } };
  if (fact.choices)
    return (
      <MultiSelect
        data={fact.choices.map((choice) => ({
          value: choice,
          label: capital(choiceName(fact.key, choice, { t }), language),
        }))}
        {...field}
      />
    );
  return (
    <TagsInput
      acceptValueOnBlur
      placeholder={value.length === 0 ? t("strategy.condition.texts") : ""}
      {...field}
    />
  );
}
