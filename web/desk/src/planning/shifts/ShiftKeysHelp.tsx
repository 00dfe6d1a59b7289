import { Text } from "@mantine/core";
import { useWords } from "../../words/useWords";
import type { SpanKind } from "../usePlace";

/** How it is done with the mouse and with the keyboard; each shift refers to it. */
export function ShiftKeysHelp({ kind }: { kind: SpanKind }) {
  const { t } = useWords();
  return (
    <Text size="xs" c="dimmed" maw="90ch">
      {t(`planning.shifts.mouse.${kind}`)} <span id="planning-shift-keys">{t("planning.shifts.keys")}</span>
    </Text>
  );
}
