import { Text, type TextProps, Tooltip } from "@mantine/core";
import { exactly, inWords, whenInWords } from "../words/relative";
import { useNow } from "../words/useNow";
import { useWords } from "../words/useWords";

interface Props extends TextProps {
  at: string;
  /** "wait": how long since then. "when": the moment itself. */
  as?: "wait" | "when";
}

export function Ago({ at, as = "when", ...text }: Props) {
  const now = useNow();
  const { language } = useWords();
  const said =
    as === "wait" ? inWords((now - Date.parse(at)) / 1000, language) : whenInWords(at, now, language);
  return (
    <Tooltip label={exactly(at, language)}>
      <Text span size="xs" c="dimmed" {...text}>
        <time dateTime={at}>{said}</time>
      </Text>
    </Tooltip>
  );
}
