import type { ImportState } from "@kanal/api";
import { Badge } from "@mantine/core";
import { IconAlertTriangle, IconArrowBackUp, IconCheck, IconEye, IconLoader } from "@tabler/icons-react";
import { useWords } from "../../words/useWords";

const looks = {
  planned: { Icon: IconEye, color: "gray" },
  running: { Icon: IconLoader, color: "kanal" },
  done: { Icon: IconCheck, color: "green" },
  brokenOff: { Icon: IconAlertTriangle, color: "gray", warns: true },
  undone: { Icon: IconArrowBackUp, color: "gray" },
} as const;

const warning = { bg: "var(--warn-soft)", c: "var(--warn)" };

export function StateBadge({ state }: { state: ImportState }) {
  const { t } = useWords();
  const { Icon, color, ...more } = looks[state];
  return (
    <Badge color={color} {...("warns" in more && warning)} leftSection={<Icon size={12} />}>
      {t(`imports.state.${state}`)}
    </Badge>
  );
}
