import { Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import classes from "./Composer.module.css";
import type { Suggestion } from "./suggestions";

interface Props {
  id: string;
  suggestions: Suggestion[];
  active: number;
  onChoose: (suggestion: Suggestion) => void;
}

export function Suggestions({ id, suggestions, active, onChoose }: Props) {
  const { t } = useWords();
  return (
    <div id={id} role="listbox" aria-label={t("composer.suggestions")} className={classes.suggestions}>
      {suggestions.map((suggestion, index) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are read by the text field, which keeps the focus
        <div
          key={suggestion.key}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === active}
          className={classes.suggestion}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onChoose(suggestion)}
        >
          <Text span fw={600}>
            {suggestion.sign} {suggestion.title}
          </Text>
          {suggestion.detail && (
            <Text size="xs" c="dimmed" lineClamp={2}>
              {suggestion.detail}
            </Text>
          )}
        </div>
      ))}
    </div>
  );
}
