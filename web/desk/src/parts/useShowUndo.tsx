import { newId } from "@kanal/api/new-id";
import { Button, Group, Text } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useCallback } from "react";
import { useWords } from "../words/useWords";

/** Says what was done, and offers to take it back. */
export function useShowUndo() {
  const { t } = useWords();
  return useCallback(
    (message: string, undo: () => void) => {
      const id = newId();
      notifications.show({
        id,
        color: "kanal",
        autoClose: 12_000,
        role: "status",
        closeButtonProps: { "aria-label": t("close") },
        message: (
          <Group gap="sm" justify="space-between">
            <Text inherit>{message}</Text>
            <Button
              size="compact-sm"
              variant="default"
              onClick={() => {
                notifications.hide(id);
                undo();
              }}
            >
              {t("undo")}
            </Button>
          </Group>
        ),
      });
    },
    [t],
  );
}
