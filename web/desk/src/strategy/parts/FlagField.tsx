import { NativeSelect } from "@mantine/core";
import { useWords } from "../../words/useWords";
import { capital, word } from "../sentences/speech";
import type { FieldOf } from "./fieldOf";

/** Yes or no, in the words of the fact: "we are open", "we are closed". */
export function FlagField({ fact, label, value, onChange }: FieldOf<boolean>) {
  const { t, language } = useWords();
  return (
    <NativeSelect
      aria-label={label}
      value={String(value)}
      data={[true, false].map((each) => ({
        value: String(each),
        label: capital(
          word(t, `fact.${fact.key}.${each}`, t(each ? "strategy.yes" : "strategy.no")),
          language,
        ),
      }))}
      onChange={(event) => onChange(event.currentTarget.value === "true")}
    />
  );
}
