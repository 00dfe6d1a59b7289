import { Text } from "@mantine/core";
import { useSecond } from "../../words/useNow";
import { useWords } from "../../words/useWords";

/** How long the call has lasted: 1:05. */
export function CallTimer({ since }: { since: string }) {
  const { t } = useWords();
  const now = useSecond();
  const seconds = Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
  return (
    <Text fw={600} role="timer" aria-label={t("call.timer")} style={{ fontVariantNumeric: "tabular-nums" }}>
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </Text>
  );
}
