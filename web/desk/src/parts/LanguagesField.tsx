import { MultiSelect, type MultiSelectProps } from "@mantine/core";
import { languageName } from "../conversations/person/facts";
import { useWords } from "../words/useWords";

const offered = ["da", "pl", "ro", "en", "de", "sv", "nb", "fr", "es", "it", "nl", "uk"];

export function LanguagesField(props: MultiSelectProps) {
  const { language } = useWords();
  return (
    <MultiSelect
      data={offered.map((code) => ({ value: code, label: languageName(code, language) }))}
      searchable
      {...props}
    />
  );
}
