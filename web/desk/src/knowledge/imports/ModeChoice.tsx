import type { ImportMode } from "@kanal/api";
import { Radio, Stack } from "@mantine/core";
import { useWords } from "../../words/useWords";

const modes: ImportMode[] = ["drafts", "publish", "restore"];

export function ModeChoice({ mode, onMode }: { mode: ImportMode; onMode: (mode: ImportMode) => void }) {
  const { t } = useWords();
  return (
    <Radio.Group label={t("imports.mode")} value={mode} onChange={(value) => onMode(value as ImportMode)}>
      <Stack gap="xs" mt="xs">
        {modes.map((each) => (
          <Radio
            key={each}
            value={each}
            label={t(`imports.mode.${each}`)}
            description={t(`imports.mode.${each}.help`)}
          />
        ))}
      </Stack>
    </Radio.Group>
  );
}
