import { Box, SegmentedControl } from "@mantine/core";
import { useWords } from "../words/useWords";
import { usePreferences } from "./usePreferences";

const themes = ["auto", "light", "dark"] as const;

export function OwnMenuTheme() {
  const { t } = useWords();
  const { preferences, choose } = usePreferences();
  return (
    <Box p="sm">
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label={t("theme.label")}
        value={preferences.theme}
        data={themes.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={(theme) => choose({ theme: theme as (typeof themes)[number] })}
      />
    </Box>
  );
}
