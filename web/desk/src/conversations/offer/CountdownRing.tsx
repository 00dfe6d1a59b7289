import { RingProgress, Text } from "@mantine/core";
import { useHalfSecond } from "../../words/useNow";
import { useWords } from "../../words/useWords";

export function CountdownRing({ from, to }: { from: string; to: string }) {
  const { t } = useWords();
  const now = useHalfSecond();
  const whole = Math.max(1, Date.parse(to) - Date.parse(from));
  const left = Math.max(0, Date.parse(to) - now);
  const seconds = Math.ceil(left / 1000);
  const color = seconds <= 5 ? "var(--bad)" : "var(--accent)";
  return (
    <RingProgress
      size={44}
      thickness={4}
      roundCaps
      role="timer"
      aria-label={t("offer.left", { count: seconds })}
      sections={[{ value: Math.min(100, (left / whole) * 100), color }]}
      label={
        <Text size="xs" ta="center" fw={600}>
          {seconds}
        </Text>
      }
    />
  );
}
