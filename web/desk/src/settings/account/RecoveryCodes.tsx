import { Alert, Stack, Text } from "@mantine/core";
import { CopyField } from "../../parts/CopyField";
import { useWords } from "../../words/useWords";

export function RecoveryCodes({ codes }: { codes: string[] }) {
  const { t } = useWords();
  return (
    <Alert color="yellow" title={t("twoFactor.recovery.title")}>
      <Stack gap="sm">
        <Text>{t("twoFactor.recovery")}</Text>
        <CopyField text={codes.join("\n")} />
      </Stack>
    </Alert>
  );
}
