import { Alert, Button, Group, Text } from "@mantine/core";
import { IconAlertTriangle, IconRefresh } from "@tabler/icons-react";
import { useWords } from "../words/useWords";
import { problemText } from "./problemText";

export function Failed({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useWords();
  return (
    <Alert m="lg" color="red" icon={<IconAlertTriangle />} title={t("failed.title")} role="alert">
      <Group justify="space-between" gap="md">
        <Text>{problemText(error, t)}</Text>
        {onRetry && (
          <Button variant="default" leftSection={<IconRefresh size={16} />} onClick={onRetry}>
            {t("failed.retry")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
