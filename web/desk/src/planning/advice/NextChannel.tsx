import type { Advice } from "@kanal/api";
import { Alert } from "@mantine/core";
import { IconBulb } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";

export function NextChannel({ advice }: { advice: Advice }) {
  const { t } = useWords();
  if (!advice.nextText) return null;
  return (
    <Alert
      color="kanal"
      icon={<IconBulb />}
      title={t("planning.advice.next")}
      role="note"
      styles={{ root: { background: "var(--accent-soft)" } }}
    >
      {advice.nextText}
    </Alert>
  );
}
